<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Elector::AbilityModel</name>
    <message>
        <source>Terms: fencing tokens that grow with each change of holder</source>
        <translation>任期：随每次更换持有者而递增的 fencing 令牌</translation>
    </message>
    <message>
        <source>History: who led when</source>
        <translation>历史：何人何时担任领导者</translation>
    </message>
    <message>
        <source>Names of locks</source>
        <translation>锁的名称</translation>
    </message>
    <message>
        <source>What a leader publishes, such as its address</source>
        <translation>领导者发布的信息，例如其地址</translation>
    </message>
    <message>
        <source>Changes of holder are seen at once</source>
        <translation>持有者变更立即可见</translation>
    </message>
    <message>
        <source>Guard: strictly exclusive work in the same database</source>
        <translation>守卫：在同一数据库中严格独占地工作</translation>
    </message>
    <message>
        <source>Forced release</source>
        <translation>强制释放</translation>
    </message>
    <message>
        <source>Waiting candidates</source>
        <translation>等待中的候选者</translation>
    </message>
    <message>
        <source>Where sessions of others come from, and what they do</source>
        <translation>他人会话的来源及其活动</translation>
    </message>
    <message>
        <source>Something that this version does not know</source>
        <translation>此版本无法识别的内容</translation>
    </message>
    <message>
        <source>The table is a plain one. “elector migrate” makes it full.</source>
        <translation>该表为普通表。“elector migrate”可将其变为完整表。</translation>
    </message>
    <message>
        <source>This is a standby. Connect to the primary.</source>
        <translation>这是备库。请连接到主库。</translation>
    </message>
    <message>
        <source>Notifications do not arrive on this connection; it polls. A transaction pooler in between? Connect directly.</source>
        <translation>通知无法经此连接送达，改用轮询。中间是否有事务级连接池？请直接连接。</translation>
    </message>
    <message>
        <source>The role lacks UPDATE and DELETE on leader_lease. GRANT them, or connect as another role.</source>
        <translation>该角色缺少对 leader_lease 的 UPDATE 和 DELETE 权限。请用 GRANT 授予，或以其他角色连接。</translation>
    </message>
    <message>
        <source>The role lacks EXECUTE on the guard&apos;s functions. GRANT it to those that work under it.</source>
        <translation>该角色缺少对守卫函数的 EXECUTE 权限。请用 GRANT 授予在守卫下工作的角色。</translation>
    </message>
    <message>
        <source>The role is no member of pg_monitor. GRANT pg_monitor or pg_read_all_stats to it.</source>
        <translation>该角色不是 pg_monitor 的成员。请用 GRANT 授予它 pg_monitor 或 pg_read_all_stats。</translation>
    </message>
    <message>
        <source>The role lacks a privilege.</source>
        <translation>该角色缺少权限。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>What</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Why not, and what would help</source>
        <translation>不可用的原因及解决办法</translation>
    </message>
</context>
<context>
    <name>Elector::Banner</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>Elector::CalmTable</name>
    <message>
        <source>&amp;Descending</source>
        <translation>降序(&amp;D)</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>列：%1</translation>
    </message>
</context>
<context>
    <name>Elector::CellTableModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>the title of a column, what there is to say of a cell in it</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be released</source>
        <translation>只读：无法释放任何锁(&amp;R)</translation>
    </message>
    <message>
        <source>needed to save it</source>
        <translation>保存时必填</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>连接的各部分</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Password and TLS</source>
        <translation>密码和 TLS(&amp;P)</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Marks the pages of this connection</source>
        <translation>标记此连接的页面</translation>
    </message>
    <message>
        <source>Pages of this connection only show; no action can be done</source>
        <translation>此连接的页面仅供查看，无法执行任何操作</translation>
    </message>
    <message>
        <source>Where the server is, and how it is trusted</source>
        <translation>服务器的位置以及如何信任它</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionImport</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Import an address</source>
        <translation>导入地址</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>An address as other programs of PostgreSQL take it, or “host=… dbname=…”. A password in it is used now, and written nowhere.</source>
        <translation>其他 PostgreSQL 程序所接受的地址，或“host=… dbname=…”。其中的密码仅在此时使用，不会写入任何位置。</translation>
    </message>
    <message>
        <source>Write or paste an address first.</source>
        <translation>请先输入或粘贴地址。</translation>
    </message>
    <message>
        <source>Makes a profile of the address; it can be changed before it is saved</source>
        <translation>根据地址创建配置；保存前可以修改</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionLabel</name>
    <message>
        <source>service %1</source>
        <translation>服务 %1</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>the default server</source>
        <translation>默认服务器</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionOpener</name>
    <message>
        <source>Waiting for the keyring. You can type the password instead.</source>
        <translation>正在等待密钥环。也可以直接输入密码。</translation>
    </message>
    <message>
        <source>The profile is not saved: the keyring keeps its password once it is.</source>
        <translation>配置尚未保存：保存之后，密钥环才会保留其密码。</translation>
    </message>
    <message>
        <source>The keyring does not have it yet, and keeps it when it works.</source>
        <translation>密钥环中还没有此密码；密码有效时将予以保留。</translation>
    </message>
    <message>
        <source>The server refused this password.</source>
        <translation>服务器拒绝了此密码。</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>服务器要求密码。</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionProfile</name>
    <message>
        <source>A port is a number from 1 to 65535; for several hosts, several with commas.</source>
        <translation>端口是 1 到 65535 之间的数字；有多个主机时，用逗号分隔多个端口。</translation>
    </message>
    <message>
        <source>Give the profile a name, such as “Orders, production”.</source>
        <translation>请为配置命名，例如“订单，生产”。</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long: %n characters are enough.</source>
        <translation>
            <numerusform>名称过长：最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The name contains control characters: write it with letters, digits and signs.</source>
        <translation>名称包含控制字符：请使用文字、数字和符号。</translation>
    </message>
    <message>
        <source>The name looks like an address with a password: choose another, names are not secret.</source>
        <translation>名称看起来像带有密码的地址：请另选名称，名称并不保密。</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>This looks like an address with a password: use “Import address…” for it.</source>
        <translation>这看起来像带有密码的地址：请使用“导入地址…”。</translation>
    </message>
    <message>
        <source>Name a schema, such as public.</source>
        <translation>请指定模式，例如 public。</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionSecurityPage</name>
    <message>
        <source>Passw&amp;ord</source>
        <translation>密码(&amp;X)</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>加密(&amp;Y)</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>根证书</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>我的证书</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>我的密钥</translation>
    </message>
    <message>
        <source>Root certi&amp;ficate</source>
        <translation>根证书(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;My certificate</source>
        <translation>我的证书(&amp;Z)</translation>
    </message>
    <message>
        <source>My &amp;key</source>
        <translation>我的密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>From .pgpass, service file or environment</source>
        <translation>来自 .pgpass、服务文件或环境变量</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>It stays in memory, and is written nowhere.</source>
        <translation>仅保留在内存中，不会写入任何位置。</translation>
    </message>
    <message>
        <source>It is asked for once, and kept in this desktop&apos;s keyring.</source>
        <translation>只询问一次，并保存在此桌面的密钥环中。</translation>
    </message>
    <message>
        <source>libpq finds it, or the server wants none.</source>
        <translation>由 libpq 查找，或服务器不要求密码。</translation>
    </message>
    <message>
        <source>Where the password comes from</source>
        <translation>密码的来源</translation>
    </message>
    <message>
        <source>What is asked of TLS</source>
        <translation>对 TLS 的要求</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionServerPage</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>no service file on this machine</source>
        <translation>本机没有服务文件</translation>
    </message>
    <message>
        <source>a section of the service file</source>
        <translation>服务文件中的一节</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>服务(&amp;V)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>数据库(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Sche&amp;mas</source>
        <translation>模式(&amp;M)</translation>
    </message>
    <message>
        <source>public, or several with commas</source>
        <translation>public，或用逗号分隔多个</translation>
    </message>
    <message>
        <source>More settin&amp;gs</source>
        <translation>更多设置(&amp;G)</translation>
    </message>
    <message>
        <source>What is empty is left to libpq: service file, PG… variables, its defaults.</source>
        <translation>留空的项由 libpq 决定：服务文件、PG… 变量及其默认值。</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>named like the user</source>
        <translation>与用户同名</translation>
    </message>
    <message>
        <source>named like you</source>
        <translation>您的系统用户名</translation>
    </message>
    <message>
        <source> Write keyword=value, with spaces between several.</source>
        <translation> 请写成 keyword=value，多项之间用空格分隔。</translation>
    </message>
    <message>
        <source>Passwords are not written here: say under “Password and TLS” where it is.</source>
        <translation>密码不写在此处：请在“密码和 TLS”下指明其来源。</translation>
    </message>
    <message>
        <source>“%1” has a field of its own: write it there.</source>
        <translation>“%1”有单独的字段：请填写在那里。</translation>
    </message>
    <message>
        <source>none, or one that keeps sessions</source>
        <translation>无，或保持会话的连接池</translation>
    </message>
    <message>
        <source>lends sessions (transaction pooling)</source>
        <translation>出借会话（事务级连接池）</translation>
    </message>
    <message>
        <source>Changes are then noticed by looking, not by notifications.</source>
        <translation>此时通过查询而不是通知来发现变化。</translation>
    </message>
    <message>
        <source>Kind of pooler</source>
        <translation>连接池类型</translation>
    </message>
    <message>
        <source>What stands between this window and the server, such as PgBouncer.</source>
        <translation>此窗口与服务器之间的组件，例如 PgBouncer。</translation>
    </message>
    <message>
        <source>&amp;Kind of pooler</source>
        <translation>连接池类型(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionTest</name>
    <message>
        <source>Only reading: this is a standby.</source>
        <translation>只能读取：这是备库。</translation>
    </message>
    <message>
        <source>The role may release, pause, hand over and name locks.</source>
        <translation>该角色可以释放、暂停、移交和命名锁。</translation>
    </message>
    <message>
        <source>The role may release locks.</source>
        <translation>该角色可以释放锁。</translation>
    </message>
    <message>
        <source>The role may only read.</source>
        <translation>该角色只能读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n 个锁</numerusform>
        </translation>
    </message>
    <message>
        <source>Schema %1: full level, %2.</source>
        <translation>模式 %1：完整级别，%2。</translation>
    </message>
    <message>
        <source>Schema %1: plain level, without names and history, %2.</source>
        <translation>模式 %1：普通级别，没有名称和历史，%2。</translation>
    </message>
    <message>
        <source>PostgreSQL %1.%2, %3, role %4; %5.</source>
        <translation>PostgreSQL %1.%2，%3，角色 %4；%5。</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>备库</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主库</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>已加密（TLS）</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>The server was reached, and accepts the login.</source>
        <translation>服务器可以连通，并接受登录。</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>删除配置</translation>
    </message>
    <message>
        <source>Delete the profile %1, and its password in the keyring?</source>
        <translation>要删除配置 %1 及其在密钥环中的密码吗？</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>The password of the address is used as long as this dialog is open. Choose under “Password and TLS” to keep it in the keyring.</source>
        <translation>此对话框打开期间会使用地址中的密码。要将其保存在密钥环中，请在“密码和 TLS”下选择。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>%1 is not saved. Save it?</source>
        <translation>%1 尚未保存。要保存吗？</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>保存(&amp;E)</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>连接(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>新建(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Import address…</source>
        <translation>导入地址(&amp;I)…</translation>
    </message>
    <message>
        <source>What applies, and the result of the test</source>
        <translation>生效的设置和测试结果</translation>
    </message>
    <message>
        <source>Connects to %1.</source>
        <translation>将连接到 %1。</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>加密：%1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Where the monitor connects to, kept as profiles</source>
        <translation>监视器连接到哪里，以配置的形式保存</translation>
    </message>
    <message>
        <source>Connects once, and says what came of it</source>
        <translation>连接一次并说明结果</translation>
    </message>
    <message>
        <source>Keeps the profile, without a password</source>
        <translation>保存配置，不含密码</translation>
    </message>
    <message>
        <source>Opens a page on this connection</source>
        <translation>使用此连接打开一个页面</translation>
    </message>
    <message>
        <source>Leaves the dialog; what is not saved is asked for</source>
        <translation>关闭对话框；对未保存的内容会先询问</translation>
    </message>
    <message>
        <source>Connections that are kept; the chosen one is shown beside</source>
        <translation>已保存的连接；所选连接显示在旁边</translation>
    </message>
    <message>
        <source>Begins an empty profile</source>
        <translation>新建一个空配置</translation>
    </message>
    <message>
        <source>Begins a profile like the chosen one</source>
        <translation>以所选配置为样本新建配置</translation>
    </message>
    <message>
        <source>Deletes the chosen profile, after a question</source>
        <translation>确认后删除所选配置</translation>
    </message>
    <message>
        <source>Makes a profile of an address</source>
        <translation>根据地址创建配置</translation>
    </message>
    <message>
        <source>To be read: where each part of the connection comes from</source>
        <translation>供阅读：连接各部分的来源</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Details of lock %1</source>
        <translation>锁 %1 的详情</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsPanel</name>
    <message>
        <source>What the row of the selected lock says</source>
        <translation>所选锁的行内容</translation>
    </message>
    <message>
        <source>Sessions of the selected lock</source>
        <translation>所选锁的会话</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>谁在等待谁</translation>
    </message>
    <message>
        <source>What this schema level allows</source>
        <translation>此模式级别允许的功能</translation>
    </message>
    <message>
        <source>Details of the selected lock</source>
        <translation>所选锁的详情</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>数据库锁</translation>
    </message>
    <message>
        <source>What is possible here</source>
        <translation>此处可用的功能</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cannot be read. %1</source>
        <translation>无法读取。%1</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Select a lock to see its details.</source>
        <translation>选择一个锁以查看其详情。</translation>
    </message>
    <message>
        <source>No session says that it holds this lock or waits for it. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be told by their names.</source>
        <translation>没有会话表明自己持有或等待此锁。nest-leader-election 的节点以及自定义 application_name 的会话无法通过名称识别。</translation>
    </message>
    <message>
        <source>The locks cannot be read. %1</source>
        <translation>无法读取数据库锁。%1</translation>
    </message>
    <message>
        <source>Nobody waits, and nobody holds anything up.</source>
        <translation>没有会话在等待，也没有会话造成阻塞。</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>会话（%1）</translation>
    </message>
    <message>
        <source>Locks (waits: %1)</source>
        <translation>数据库锁（等待：%1）</translation>
    </message>
    <message>
        <source>These are old: %1</source>
        <translation>这些数据已陈旧：%1</translation>
    </message>
    <message>
        <source>The locks are old: %1</source>
        <translation>数据库锁的数据已陈旧：%1</translation>
    </message>
    <message>
        <source>Its sessions, who waits for whom, and what can be had here</source>
        <translation>它的会话、谁在等待谁，以及此处可用的功能</translation>
    </message>
    <message>
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO %1.</source>
        <translation>隐藏的内容可由 pg_monitor 的成员查看：GRANT pg_monitor TO %1。</translation>
    </message>
</context>
<context>
    <name>Elector::ExportDialog</name>
    <message>
        <source>Export leases</source>
        <translation>导出租约</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 个锁写入 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Opens a dialog that lists files</source>
        <translation>打开列出文件的对话框</translation>
    </message>
</context>
<context>
    <name>Elector::FilterField</name>
    <message>
        <source>Fi&amp;lter by</source>
        <translation>筛选条件(&amp;L)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose states, or type a regular expression</source>
        <translation>选择状态，或输入正则表达式</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>正则表达式(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Held</source>
        <translation>持有中(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>已过期(&amp;E)</translation>
    </message>
    <message>
        <source>Re&amp;voked</source>
        <translation>已撤销(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>空闲(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paused or reserved</source>
        <translation>已暂停或已预留(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Near misses</source>
        <translation>险些过期(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;lapping</source>
        <translation>频繁易主(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>全部显示(&amp;S)</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state match this regular expression</source>
        <translation>显示 ID、名称、持有者或状态与此正则表达式匹配的锁</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>显示 ID、名称、持有者或状态中包含这些词的锁</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>仅：%1</translation>
    </message>
</context>
<context>
    <name>Elector::HistoryModel</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, by the server&apos;s clock</source>
        <translation>%1，以服务器时钟为准</translation>
    </message>
    <message>
        <source>a local socket, or an address that may not be seen</source>
        <translation>本地套接字，或无权查看的地址</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>操作员：%1</translation>
    </message>
    <message>
        <source>Role: %1
Application: %2
From: %3</source>
        <translation>角色：%1
应用程序：%2
来自：%3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>By</source>
        <translation>执行者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When it happened, by the server&apos;s clock</source>
        <translation>发生的时间，以服务器时钟为准</translation>
    </message>
    <message>
        <source>What happened to the lock</source>
        <translation>锁发生了什么</translation>
    </message>
    <message>
        <source>The term that began, or that ended</source>
        <translation>开始或结束的任期</translation>
    </message>
    <message>
        <source>Whose term it was</source>
        <translation>该任期属于谁</translation>
    </message>
    <message>
        <source>Who did it: the operator if one is named, or else the session</source>
        <translation>谁做的：若有注明则为操作员，否则为会话</translation>
    </message>
    <message>
        <source>What the operator said</source>
        <translation>操作员的说明</translation>
    </message>
</context>
<context>
    <name>Elector::HistoryPanel</name>
    <message>
        <source>History of the selected lock</source>
        <translation>所选锁的历史</translation>
    </message>
    <message>
        <source>Select a lock to see who led when.</source>
        <translation>选择一个锁以查看何人何时担任领导者。</translation>
    </message>
    <message>
        <source>The history cannot be read. %1</source>
        <translation>无法读取历史。%1</translation>
    </message>
    <message>
        <source>A plain table keeps no history. “elector migrate” adds it.</source>
        <translation>普通表不保留历史。“elector migrate”可添加此功能。</translation>
    </message>
    <message>
        <source>Reading the history of lock %1…</source>
        <translation>正在读取锁 %1 的历史…</translation>
    </message>
    <message>
        <source>Nothing is recorded of lock %1.</source>
        <translation>锁 %1 没有任何记录。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Load older</source>
        <translation>加载更早</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>显示更长时间（−）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Show more detail (+)</source>
        <translation>显示更多细节（+）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save or print the timeline</source>
        <translation>保存或打印时间线</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>另存为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>另存为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>另存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印(&amp;R)…</translation>
    </message>
    <message>
        <source>No more than %1 entries are shown.</source>
        <translation>最多显示 %1 条记录。</translation>
    </message>
    <message>
        <source>Read the %1 entries before those that are shown</source>
        <translation>读取所显示记录之前的 %1 条记录</translation>
    </message>
    <message>
        <source>%1, database %2</source>
        <translation>%1，数据库 %2</translation>
    </message>
    <message>
        <source>There is no history to save.</source>
        <translation>没有可保存的历史。</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>保存时间线</translation>
    </message>
    <message>
        <source>The same as a drawing and as a table</source>
        <translation>以图形和表格显示相同内容</translation>
    </message>
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseCells</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n 个锁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in trouble</source>
        <translation>
            <numerusform>%n 个异常</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the soonest expiry</comment>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>Held, near miss</source>
        <translation>持有中，险些过期</translation>
    </message>
    <message>
        <source>Held, flapping</source>
        <translation>持有中，频繁易主</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>at most</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1, incarnation %2</source>
        <translation>%1，代次 %2</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3; folded away</source>
        <translation>持有者 %1：%2，%3；已折叠</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3</source>
        <translation>持有者 %1：%2，%3</translation>
    </message>
    <message>
        <source>Lock %1: %2</source>
        <translation>锁 %1：%2</translation>
    </message>
    <message>
        <source>Lock %1: free</source>
        <translation>锁 %1：空闲</translation>
    </message>
    <message>
        <source>Lock %1: %2, holder %3, expires: %4</source>
        <translation>锁 %1：%2，持有者 %3，租约剩余：%4</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>fencing 令牌：随每次更换持有者而递增。</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>普通表没有任期；“elector migrate”可添加任期。</translation>
    </message>
    <message>
        <source>Held since %1</source>
        <translation>自 %1 起持有</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>起始时间未知。</translation>
    </message>
    <message>
        <source>Renewals since the lock was captured</source>
        <translation>自获取锁以来的续约次数</translation>
    </message>
    <message>
        <source>Renewals are counted only on a full table and by nodes that write them.</source>
        <translation>续约次数仅在完整表中、由会写入该值的节点计数。</translation>
    </message>
    <message>
        <source>Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.</source>
        <translation>名称表明正在等待此锁的会话。nest-leader-election 的节点不可见。</translation>
    </message>
    <message>
        <source>Not known: sessions of a standby, or of nodes with more locks than their names can list.</source>
        <translation>未知：备库上的会话，或所参与的锁多到名称列不下的节点的会话。</translation>
    </message>
    <message>
        <source>Paused: nobody takes the lock until it is resumed.</source>
        <translation>已暂停：恢复之前，任何节点都不会获取此锁。</translation>
    </message>
    <message>
        <source>Reserved: only %1 may take the lock.</source>
        <translation>已预留：只有 %1 可以获取此锁。</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>操作员 %1：%2</translation>
    </message>
    <message>
        <source>Its holder has changed three times or more within ten minutes.</source>
        <translation>其持有者在十分钟内更换了三次或更多。</translation>
    </message>
    <message>
        <source>No renewal was seen lately, or the holder does not say how long its lease is.</source>
        <translation>最近没有观察到续约，或持有者未说明其租约有多长。</translation>
    </message>
    <message>
        <source>A near miss: at a renewal of the last quarter of an hour, %1 of %2 were left at most.</source>
        <translation>险些过期：最近 15 分钟内的某次续约时，%2 的租约最多只剩 %1。</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left at most; not every renewal was seen.</source>
        <translation>最近 15 分钟内余量最小的一次续约时，%2 的租约最多剩余 %1；并非每次续约都被观察到。</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left.</source>
        <translation>最近 15 分钟内余量最小的一次续约时，%2 的租约还剩 %1。</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>无人持有此锁。</translation>
    </message>
    <message>
        <source>Leader id: %1</source>
        <translation>领导者 ID：%1</translation>
    </message>
    <message>
        <source>Without an incarnation: a node of the npm package nest-leader-election.</source>
        <translation>没有代次：npm 包 nest-leader-election 的节点。</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>已发布：%1</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>没有租约。</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server&apos;s clock</source>
        <translation>剩余：%1；租约总长：%2；以服务器时钟为准</translation>
    </message>
    <message>
        <source>%1 left, by the server&apos;s clock. How long the whole lease is, the holder does not say.</source>
        <translation>剩余：%1；以服务器时钟为准。持有者未说明整个租约有多长。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Lock id and name</source>
        <translation>锁的 ID 和名称</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>The instance that leads, and its incarnation</source>
        <translation>担任领导者的实例及其代次</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Held, expired, revoked, free, paused or reserved</source>
        <translation>持有中、已过期、已撤销、空闲、已暂停或已预留</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>Fencing token: it grows with each change of holder</source>
        <translation>fencing 令牌：随每次更换持有者而递增</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>What is left of the lease by the server&apos;s clock</source>
        <translation>以服务器时钟为准的租约剩余时间</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>开始时间（UTC）</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock</source>
        <translation>持有者从何时起持有此锁</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>续约次数</translation>
    </message>
    <message>
        <source>How often the holder has renewed the lease</source>
        <translation>持有者已续约的次数</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待者</translation>
    </message>
    <message>
        <source>How many sessions wait for the lock, by their names</source>
        <translation>等待此锁的会话数，根据会话名称判断</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>最小余量</translation>
    </message>
    <message>
        <source>What was left of the lease at the latest of recent renewals</source>
        <translation>近期余量最小的一次续约时租约的剩余时间</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · 已暂停</translation>
    </message>
    <message>
        <source>%1 · reserved</source>
        <translation>%1 · 已预留</translation>
    </message>
    <message>
        <source>Last renewed %1 ago</source>
        <translation>上次续约于 %1 前</translation>
    </message>
    <message>
        <source>paused by %1: %2</source>
        <translation>已由 %1 暂停：%2</translation>
    </message>
    <message>
        <source>reserved for %1 (for %2) by %3: %4</source>
        <translation>预留给 %1（还剩 %2），操作者 %3：%4</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseExport</name>
    <message>
        <source>%1 cannot be written: %2. A file that was there is as it was.</source>
        <translation>无法写入 %1：%2。原有文件（如有）保持不变。</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseFactModel</name>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Incarnation</source>
        <translation>代次</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A node of the npm package nest-leader-election.</source>
        <translation>npm 包 nest-leader-election 的节点。</translation>
    </message>
    <message>
        <source>Which start of the holder, and which of its captures.</source>
        <translation>持有者的第几次启动，以及其中的第几次获取。</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder. A plain table has none.</source>
        <translation>fencing 令牌：随每次更换持有者而递增。普通表没有此令牌。</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>By the server&apos;s clock, unless the holder renews it</source>
        <translation>以服务器时钟为准，除非持有者续约</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>What the holder asks for with each renewal</source>
        <translation>持有者每次续约时请求的时长</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>续约次数</translation>
    </message>
    <message>
        <source>Since the lock was captured. Counted on a full table, by nodes that write them.</source>
        <translation>自获取锁以来的次数。仅在完整表中、由会写入该值的节点计数。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待者</translation>
    </message>
    <message>
        <source>Sessions whose name says that they wait for this lock. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be seen.</source>
        <translation>名称表明正在等待此锁的会话。nest-leader-election 的节点以及自定义 application_name 的会话不可见。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>续约时间</translation>
    </message>
    <message>
        <source>When the lease was last renewed, or captured, by the server&apos;s clock</source>
        <translation>租约上次续约或获取的时间，以服务器时钟为准</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>最小余量</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseMatcher</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>正则表达式在第 %1 个字符处有误：%2。</translation>
    </message>
</context>
<context>
    <name>Elector::LeasePage</name>
    <message>
        <source>Locks: %1</source>
        <translation>锁：%1</translation>
    </message>
    <message>
        <source>Locks: %1 of %2</source>
        <translation>锁：%1 / %2</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>已过期 %1</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>已撤销 %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>No lock matches “%1”.</source>
        <translation>没有与“%1”匹配的锁。</translation>
    </message>
    <message>
        <source>No leases in schema %1: nobody has taken a lock yet.</source>
        <translation>模式 %1 中没有租约：尚无节点获取过锁。</translation>
    </message>
    <message>
        <source>The rows are as they were %1 ago.</source>
        <translation>各行显示的是 %1前的状态。</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接到 %1…</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting. %1</source>
        <translation>连接已断开，正在重新连接。%1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Trying again by itself.</source>
        <translation>正在自动重试。</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>已暂停 %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>已预留 %1</translation>
    </message>
    <message>
        <source>near misses: %1</source>
        <translation>险些过期 %1</translation>
    </message>
    <message>
        <source>flapping: %1</source>
        <translation>频繁易主 %1</translation>
    </message>
    <message>
        <source>No lock is in the states that were chosen.</source>
        <translation>没有处于所选状态的锁。</translation>
    </message>
    <message>
        <source>Not all locks are shown: only the first %1 by id.</source>
        <translation>未显示全部锁：仅显示按 ID 排序的前 %1 个。</translation>
    </message>
    <message>
        <source>Delete locks that nobody uses any more from leader_lease_lock, or give each application a schema of its own.</source>
        <translation>请从 leader_lease_lock 中删除不再使用的锁，或为每个应用使用单独的模式。</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseText</name>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>&lt;0.1 s</source>
        <translation>&lt;0.1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 y %2 d</source>
        <translation>%1 年 %2 天</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>never</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有中</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>A node holds the lock and its lease has not run out.</source>
        <translation>有节点持有此锁，且其租约尚未到期。</translation>
    </message>
    <message>
        <source>The lease ran out: nobody leads, and the next node that bids gets the lock.</source>
        <translation>租约已到期：没有领导者，下一个竞争的节点将获得此锁。</translation>
    </message>
    <message>
        <source>An operator took the lock back. It is free when the holder has let go, or when the lease runs out.</source>
        <translation>操作员已收回此锁。持有者放手后或租约到期后，锁即空闲。</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>无人持有此锁。</translation>
    </message>
    <message>
        <source>This state is not known to this version.</source>
        <translation>此版本无法识别该状态。</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <translation>%1（%2 UTC）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lock id and name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>已获取</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>撤销后已放手</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>已驱逐</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>表已清空</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>表已升级</translation>
    </message>
    <message>
        <source>Lock paused</source>
        <translation>锁已暂停</translation>
    </message>
    <message>
        <source>Lock resumed</source>
        <translation>锁已恢复</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>预留给</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>永不，因为此租约没有期限</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>by %1, in %2</source>
        <translation>%1，%2后</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseView</name>
    <message>
        <source>Leases</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>One row for each lock: holder, state, term and what is left of the lease</source>
        <translation>每个锁一行：持有者、状态、任期和租约剩余时间</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseWatch</name>
    <message>
        <source>%1, schema %2</source>
        <translation>%1，模式 %2</translation>
    </message>
</context>
<context>
    <name>Elector::LockEntryModel</name>
    <message>
        <source>a prepared transaction</source>
        <translation>预备事务</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Gate of this lock</source>
        <translation>此锁的闸门</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <comment>a table</comment>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>表 %1</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>事务 %1</translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>waits, %1</source>
        <translation>等待，%1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>process and application</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between sessions</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>session, its state</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>An advisory lock that a bidder takes for a moment. Whoever keeps it makes all others wait for a whole lease before they bid without it.</source>
        <translation>竞争者短暂持有的咨询锁。若有会话一直占用它，其他所有竞争者都必须等待一整个租约，之后才能绕过它竞争。</translation>
    </message>
    <message>
        <source>In line for a row. Which one, the server does not always say: it may be another lock&apos;s.</source>
        <translation>在排队等待某一行。服务器不一定说明是哪一行：可能是另一个锁的行。</translation>
    </message>
    <message>
        <source>The table as a whole, as everybody who writes or locks rows there holds it until the end of the transaction.</source>
        <translation>整个表：凡在其中写入或锁定行的会话，都会持有它直到事务结束。</translation>
    </message>
    <message>
        <source>Waits until another transaction ends, most often for a row that this one has locked.</source>
        <translation>等待另一个事务结束，通常是为了该事务已锁定的某一行。</translation>
    </message>
    <message>
        <source>Something outside of the tables of leases: %1</source>
        <translation>租约表以外的对象：%1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Lock of the database</source>
        <translation>数据库锁</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待对象</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>会话的服务器进程</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>会话的自称</translation>
    </message>
    <message>
        <source>What the session has locked, or wants to lock</source>
        <translation>会话已锁定或想要锁定的对象</translation>
    </message>
    <message>
        <source>How it is locked, in PostgreSQL&apos;s words</source>
        <translation>锁定方式，采用 PostgreSQL 的说法</translation>
    </message>
    <message>
        <source>Whether the session holds it, or for how long it waits</source>
        <translation>会话是否持有它，或已等待多久</translation>
    </message>
    <message>
        <source>The sessions that stand in its way</source>
        <translation>阻挡它的会话</translation>
    </message>
</context>
<context>
    <name>Elector::LockSessionModel</name>
    <message>
        <source>%1 for %2</source>
        <comment>state of a session, duration</comment>
        <translation>%1，已持续 %2</translation>
    </message>
    <message>
        <source>%1, waits for %2: %3</source>
        <comment>state of a session, kind of event, event</comment>
        <translation>%1，等待 %2：%3</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>领导者</translation>
    </message>
    <message>
        <source>May lead</source>
        <translation>可能是领导者</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>May wait</source>
        <translation>可能在等待</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>address and port</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>The role that this window connects as may not see this. A member of pg_monitor or pg_read_all_stats may.</source>
        <translation>此窗口连接所用的角色无权查看此内容。pg_monitor 或 pg_read_all_stats 的成员可以查看。</translation>
    </message>
    <message>
        <source>The holder&apos;s session, going by its name.</source>
        <translation>根据名称判断，这是持有者的会话。</translation>
    </message>
    <message>
        <source>Several sessions bear the holder&apos;s name: one of them leads, the others wait.</source>
        <translation>多个会话使用持有者的名称：其中一个是领导者，其余在等待。</translation>
    </message>
    <message>
        <source>Waits for the lock, going by its name.</source>
        <translation>根据名称判断，正在等待此锁。</translation>
    </message>
    <message>
        <source>Serves more locks than its name can list; this lock may be among them.</source>
        <translation>服务的锁多到名称列不下；此锁可能是其中之一。</translation>
    </message>
    <message>
        <source>No elector for this lock, but it holds or waits for something that electors need.</source>
        <translation>并非此锁的选举参与者，但持有或等待选举参与者所需的资源。</translation>
    </message>
    <message>
        <source>The server&apos;s process; pg_terminate_backend() takes this number.</source>
        <translation>服务器进程；pg_terminate_backend() 使用此编号。</translation>
    </message>
    <message>
        <source>application_name: %1
Role: %2</source>
        <translation>application_name：%1
角色：%2</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>自 %1 起连接</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>起始时间未知。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the session has to do with the lock, going by its name</source>
        <translation>根据名称判断会话与锁的关系</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>会话的服务器进程</translation>
    </message>
    <message>
        <source>The elector that the session belongs to</source>
        <translation>会话所属的 elector</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>会话的自称</translation>
    </message>
    <message>
        <source>Where the session comes from</source>
        <translation>会话的来源</translation>
    </message>
    <message>
        <source>Since when the session is connected</source>
        <translation>会话从何时开始连接</translation>
    </message>
    <message>
        <source>What the session does now, and what it waits for</source>
        <translation>会话当前在做什么、在等待什么</translation>
    </message>
</context>
<context>
    <name>Elector::MainWindow</name>
    <message>
        <source>Watched schemas</source>
        <translation>监视的模式</translation>
    </message>
    <message>
        <source>%1 – Elector Monitor</source>
        <translation>%1 – Elector Monitor</translation>
    </message>
    <message>
        <source>History of lock %1</source>
        <translation>锁 %1 的历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;lose page</source>
        <translation>关闭标签页(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop reading, so that the rows stand still</source>
        <translation>停止读取，使各行保持不变</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read the rows now</source>
        <translation>立即读取各行</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>释放(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Pause lock…</source>
        <translation>暂停锁(&amp;P)…</translation>
    </message>
    <message>
        <source>Res&amp;ume lock…</source>
        <translation>恢复锁(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>移交(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Name lock…</source>
        <translation>命名锁(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Export leases…</source>
        <translation>导出租约(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Watches leader leases on PostgreSQL and takes them back safely.
MIT licence.</source>
        <translation>监视 PostgreSQL 上的领导者租约，并安全地收回租约。
MIT 许可证。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>间隔(&amp;I)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>本地时间(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>UTC(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;How long ago</source>
        <translation>距今多久(&amp;H)</translation>
    </message>
    <message>
        <source>Say in the system&apos;s tray when a lock has lost its leader</source>
        <translation>锁失去领导者时在系统托盘中提示</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>Take the selected lock back from its holder</source>
        <translation>从持有者手中收回所选的锁</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>目前不可用：%1</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>它已经暂停。</translation>
    </message>
    <message>
        <source>Revoke the holder, and let nobody take the lock until it is resumed</source>
        <translation>撤销持有者，并在恢复之前不让任何节点获取此锁</translation>
    </message>
    <message>
        <source>It is neither paused nor reserved.</source>
        <translation>它既未暂停，也未预留。</translation>
    </message>
    <message>
        <source>Let every candidate take the lock again</source>
        <translation>重新允许所有候选者获取此锁</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>无人持有此锁。</translation>
    </message>
    <message>
        <source>Let one instance take the lock from its holder</source>
        <translation>让某个实例从持有者手中接过此锁</translation>
    </message>
    <message>
        <source>Give the lock a name, for everybody</source>
        <translation>为此锁命名，对所有人可见</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>语言将在重新启动监视器后更改。</translation>
    </message>
    <message>
        <source>&amp;Group by holder</source>
        <translation>按持有者分组(&amp;B)</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>列(&amp;U)</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>托盘图标(&amp;Y)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Evict the holder, if it is dead and will not let go</source>
        <translation>如果持有者已停止运行且不会放手，则将其驱逐</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>There is only one page.</source>
        <translation>只有一个标签页。</translation>
    </message>
    <message>
        <source>Watch this schema no more</source>
        <translation>不再观察此模式</translation>
    </message>
    <message>
        <source>Show the next schema</source>
        <translation>显示下一个模式</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>请先选择一个锁。</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>复制行(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers (Ctrl+C in the table)</source>
        <translation>复制所选行及其表头（表格中按 Ctrl+C）</translation>
    </message>
    <message>
        <source>One page for each schema that is watched</source>
        <translation>每个被监视的模式一个页面</translation>
    </message>
    <message>
        <source>Who leads, for how long, and who waits</source>
        <translation>谁在领导、还有多久、谁在等待</translation>
    </message>
    <message>
        <source>There is no system tray on this desktop now; the icon appears once there is one.</source>
        <translation>此桌面目前没有系统托盘；出现托盘后会显示图标。</translation>
    </message>
</context>
<context>
    <name>Elector::MonitorOptions</name>
    <message>
        <source>A window on the leases in a PostgreSQL database: who leads, for how long, and a safe way to take a lock back.</source>
        <translation>查看 PostgreSQL 数据库中租约的窗口：谁是领导者、还有多久，并可安全地收回锁。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Where to connect: postgresql://user@host/database or &quot;host=… dbname=…&quot;. Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>连接目标：postgresql://user@host/database 或 &quot;host=… dbname=…&quot;。未指定时由 ELECTOR_DSN 或 PG… 环境变量决定。</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How often rows are read, such as 500ms, 2s or 1min (default: as last time, or 1s).</source>
        <translation>读取各行的间隔，例如 500ms、2s 或 1min（默认：沿用上次的值，或 1s）。</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Only watch: nothing can be released.</source>
        <translation>仅监视：无法释放任何锁。</translation>
    </message>
    <message>
        <source>system, light or dark (default: system).</source>
        <translation>system、light 或 dark（默认：system）。</translation>
    </message>
    <message>
        <source>look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option. An address is given with --dsn.</source>
        <translation>“%1”不是选项。地址请用 --dsn 指定。</translation>
    </message>
    <message>
        <source>--interval %1 is not a duration: %2.</source>
        <translation>--interval %1 不是有效的时长：%2。</translation>
    </message>
    <message>
        <source>--interval %1 is out of range: 100ms to 60min.</source>
        <translation>--interval %1 超出范围：100ms 至 60min。</translation>
    </message>
    <message>
        <source>--appearance %1 is not known: system, light or dark.</source>
        <translation>--appearance %1 无法识别：system、light 或 dark。</translation>
    </message>
    <message>
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system&apos;s).</source>
        <translation>窗口的语言：en、de、es、ru 或 zh_CN（默认：在窗口中选择的语言，或系统语言）。</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>--language %1 is not known: en, de, es, ru or zh_CN.</source>
        <translation>--language %1 无法识别：en、de、es、ru 或 zh_CN。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No service file has a service “%1”. Known are: %2.</source>
        <translation>服务文件中没有服务“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known are: %2.</source>
        <translation>没有配置“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --dsn and --service.</source>
        <translation>--profile 已完整指定连接：请去掉 --dsn 和 --service。</translation>
    </message>
    <message>
        <source>--dsn and --service exclude each other: use --service alone, or write service=%1 into the address.</source>
        <translation>--dsn 与 --service 互斥：请只使用 --service，或在地址中写入 service=%1。</translation>
    </message>
    <message>
        <source>a password on the command line stays in the shell&apos;s history; better are .pgpass, or a profile with --profile.</source>
        <translation>命令行上的密码会留在 shell 的历史记录中；最好使用 .pgpass，或通过 --profile 使用配置。</translation>
    </message>
    <message>
        <source>Connect to a service of libpq&apos;s service file instead.</source>
        <translation>改为连接到 libpq 服务文件中的某个服务。</translation>
    </message>
    <message>
        <source>Schema of leader_lease; may be repeated (default: that of the profile, or public).</source>
        <translation>leader_lease 所在的模式；可重复指定（默认：配置中的模式，或 public）。</translation>
    </message>
    <message>
        <source>Connect as saved under this name in the window instead; may be repeated, for several databases at once.</source>
        <translation>改为按窗口中以此名称保存的配置连接；可重复使用，以同时连接多个数据库。</translation>
    </message>
    <message>
        <source>--schema is for one connection: with several profiles, each has its own schemas.</source>
        <translation>--schema 只用于一个连接：有多个配置时，每个配置都有自己的模式。</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --pooling.</source>
        <translation>--profile 已包含连接的全部信息：请去掉 --pooling。</translation>
    </message>
    <message>
        <source>The pooling “%1” is not known: session or transaction.</source>
        <translation>未知的连接池方式“%1”：session 或 transaction。</translation>
    </message>
    <message>
        <source>session, or transaction for a pooler that lends sessions (default: ELECTOR_POOLING, or session).</source>
        <translation>session；对出借会话的连接池用 transaction（默认：ELECTOR_POOLING，否则 session）。</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>暂停锁 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume lock %1</source>
        <translation>恢复锁 %1</translation>
    </message>
    <message>
        <source>Ends the pause or the reservation: every candidate may take the lock again.</source>
        <translation>结束暂停或预留：所有候选者都可以重新获取此锁。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Hand over lock %1</source>
        <translation>移交锁 %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>To instance</source>
        <translation>目标实例</translation>
    </message>
    <message>
        <source>Name lock %1</source>
        <translation>命名锁 %1</translation>
    </message>
    <message>
        <source>The name is kept in the database, for everybody. Leave it empty to take it away.</source>
        <translation>名称保存在数据库中，对所有人可见。留空则删除名称。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>reserved for %1</source>
        <translation>预留给 %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>%1, by %2: %3</source>
        <translation>%1，操作员 %2：%3</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>各行不是最新的：请等待连接恢复。</translation>
    </message>
    <message>
        <source>Name the instance that shall lead.</source>
        <translation>请指定应担任领导者的实例。</translation>
    </message>
    <message>
        <source>Give a reason: it is recorded with your name.</source>
        <translation>请填写原因：它将与您的姓名一起记录。</translation>
    </message>
    <message>
        <source>Sent; waiting for the database…</source>
        <translation>已发送；正在等待数据库…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was done: another holder or term has the lock by now. Look again.</source>
        <translation>未执行任何操作：锁的持有者或任期已经改变。请重新查看。</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: look at the lock before you try again.</source>
        <translation>连接在收到答复之前中断：请先查看此锁再重试。</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>未执行任何操作。%1</translation>
    </message>
    <message>
        <source>The lock is paused.</source>
        <translation>锁已暂停。</translation>
    </message>
    <message>
        <source>The lock is free for every candidate again.</source>
        <translation>所有候选者都可以重新获取此锁。</translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation>名称已保存。</translation>
    </message>
    <message>
        <source>Now led by %1.</source>
        <translation>现在的领导者是 %1。</translation>
    </message>
    <message>
        <source>The lock is paused; its holder has let go.</source>
        <translation>锁已暂停；其持有者已放手。</translation>
    </message>
    <message>
        <source>an instance that waits, or another</source>
        <translation>正在等待的实例，或其他实例</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Its holder is revoked: it steps down at its next renewal, %1 at the latest, and its work comes to its end.</source>
        <translation>恢复之前，任何节点都不会获取此锁。持有者将被撤销：它会在下次续约时卸任（最迟：%1），其工作随之结束。</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it.</source>
        <translation>恢复之前，任何节点都不会获取此锁。</translation>
    </message>
    <message>
        <source>The holder is revoked and lets go, %1 at the latest. Only the instance that you name may take the lock: until it has, or until the reservation ends, %2. If no such instance waits, nobody leads until then.</source>
        <translation>持有者将被撤销并放手（最迟：%1）。只有指定的实例可以获取此锁：直到该实例获取为止，或直到预留结束（%2）。如果没有这样的实例在等待，在此之前将没有领导者。</translation>
    </message>
    <message>
        <source>Somebody else has named the lock meanwhile. Close, and look again.</source>
        <translation>在此期间其他人已为此锁命名。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>The lock is neither paused nor reserved any more. Close, and look again.</source>
        <translation>此锁已不再暂停，也不再预留。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>Somebody else has given another order meanwhile. Close, and look again.</source>
        <translation>在此期间其他人已下达另一条指令。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: it is no longer held as you see here. Close, and look again.</source>
        <translation>锁的情况在此期间已改变：持有情况已不是此处所示。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>The holder has been revoked meanwhile. Close, and look again.</source>
        <translation>持有者在此期间已被撤销。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>The lock is reserved.</source>
        <translation>锁已预留。</translation>
    </message>
    <message>
        <source>%1 Waiting for the holder to let go, %2 at the latest…</source>
        <translation>%1正在等待持有者放手，最迟：%2…</translation>
    </message>
    <message>
        <source>%1 Waiting for the instance to take it…</source>
        <translation>%1正在等待该实例获取…</translation>
    </message>
    <message>
        <source>The reservation has ended: every candidate may take the lock.</source>
        <translation>预留已结束：任何候选者都可以获取此锁。</translation>
    </message>
    <message>
        <source>Kept in the history, with your name</source>
        <translation>连同您的名字保存在历史中</translation>
    </message>
    <message>
        <source>%1 holds the lock already: name another instance.</source>
        <translation>%1 已持有此锁：请指定另一个实例。</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewDock</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Overview of all that is watched</source>
        <translation>所有监视对象的概览</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewModel</name>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>lost %1 ago</source>
        <translation>%1前断开</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>非最新</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Server, database and schema</source>
        <translation>服务器、数据库和模式</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Whether the numbers are what the database says now</source>
        <translation>这些数字是否反映数据库的当前情况</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>How many locks are known</source>
        <translation>已知的锁数</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>无领导者</translation>
    </message>
    <message>
        <source>Locks that nobody leads, without those that are paused</source>
        <translation>没有领导者的锁，不含已暂停的锁</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Leases that ran out, and that nobody has taken over</source>
        <translation>已到期且无人接手的租约</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>险些过期</translation>
    </message>
    <message>
        <source>Locks whose holder renewed only just in time, within the last 15 minutes</source>
        <translation>最近 15 分钟内持有者险些未能及时续约的锁</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>频繁易主</translation>
    </message>
    <message>
        <source>Locks that changed hands three times or more within ten minutes</source>
        <translation>十分钟内易主三次或更多的锁</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Locks that an operator has paused</source>
        <translation>由操作员暂停的锁</translation>
    </message>
    <message numerus="yes">
        <source>All %n schema(s)</source>
        <translation>
            <numerusform>全部 %n 个模式</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%2 个中 %1 个实时</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>empty, if the server wants none</source>
        <translation>服务器不要求密码时留空</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordVault</name>
    <message>
        <source>No keyring here: the password is asked for each time.</source>
        <translation>此处没有密钥环：每次都会询问密码。</translation>
    </message>
    <message>
        <source>The keyring gave no access: the password is asked for this time.</source>
        <translation>密钥环未允许访问：这次将询问密码。</translation>
    </message>
    <message>
        <source>The keyring failed (%1): the password is asked for this time.</source>
        <translation>密钥环出错（%1）：这次将询问密码。</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStore</name>
    <message>
        <source>The settings file %1 is damaged; what can be read of it is used.</source>
        <translation>设置文件 %1 已损坏；将使用其中可读取的部分。</translation>
    </message>
    <message>
        <source>The profile “%1” in the settings is skipped. %2</source>
        <translation>已跳过设置中的配置“%1”。%2</translation>
    </message>
    <message>
        <source>Its colour is not known.</source>
        <translation>其颜色无法识别。</translation>
    </message>
    <message>
        <source>Where its password comes from is not known.</source>
        <translation>其密码的来源无法识别。</translation>
    </message>
    <message>
        <source>Whether it is read-only is not known.</source>
        <translation>无法得知它是否只读。</translation>
    </message>
    <message>
        <source>It has a password in it, which does not belong there: remove it from the file.</source>
        <translation>其中含有密码，而密码不应放在那里：请将其从文件中删除。</translation>
    </message>
    <message>
        <source>Another profile has this name: choose a different one.</source>
        <translation>另一个配置已使用此名称：请另选一个。</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>无法写入设置文件 %1。</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStrip</name>
    <message>
        <source>%1: %2</source>
        <comment>colour of a profile, its name</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Elector::ReleaseDialog</name>
    <message>
        <source>Release lock %1</source>
        <translation>释放锁 %1</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>none (plain table)</source>
        <translation>无（普通表）</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>&amp;Revoke: the holder lets go first</source>
        <translation>撤销：先由持有者放手(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Evict: take the row away at once (dangerous)</source>
        <translation>驱逐：立即删除该行（危险）(&amp;E)</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>输入 %1 以确认：</translation>
    </message>
    <message>
        <source>Name of the lock, to confirm the eviction</source>
        <translation>锁的名称，用于确认驱逐</translation>
    </message>
    <message>
        <source>Rea&amp;son, kept in the history:</source>
        <translation>原因，将保留在历史中(&amp;S)：</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>for example: node hangs since the deploy of 14:00</source>
        <translation>例如：节点自 14:00 部署后无响应</translation>
    </message>
    <message>
        <source>Rea&amp;son (a plain table does not keep it):</source>
        <translation>原因（普通表不保留）(&amp;S)：</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁 %1</translation>
    </message>
    <message>
        <source>The window watches another server now.</source>
        <translation>此窗口现在监视的是另一台服务器。</translation>
    </message>
    <message>
        <source>The connection is broken: nothing can be released until it is back.</source>
        <translation>连接已断开：恢复之前无法释放任何锁。</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: this holder and term no longer hold it. Close, and look again.</source>
        <translation>锁的情况在此期间已改变：此持有者和任期已不再持有它。请关闭并重新查看。</translation>
    </message>
    <message>
        <source>Type the lock&apos;s name or id to confirm the eviction.</source>
        <translation>请输入锁的名称或 ID 以确认驱逐。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>The holder is told to stop and steps down, at once if it listens, otherwise at its next renewal. Nobody else can lead before it has let go or its lease has run out (%1).</source>
        <translation>持有者会收到停止的要求并卸任：如果它在监听则立即卸任，否则在下次续约时卸任。在它放手之前或其租约到期之前（%1），其他节点都不能成为领导者。</translation>
    </message>
    <message>
        <source>This holder is a node of the npm package nest-leader-election: it notices only at its next completed renewal, which can be later than that.</source>
        <translation>此持有者是 npm 包 nest-leader-election 的节点：它要到下次续约完成时才会察觉，而这可能比上述时间更晚。</translation>
    </message>
    <message>
        <source>Another node can lead within milliseconds, while the old holder may act as leader until its lease has run out (%1). Only for a holder that is known to be dead.</source>
        <translation>另一个节点可能在几毫秒内成为领导者，而原持有者在其租约到期之前（%1）仍可能以领导者身份运行。仅用于已确知停止运行的持有者。</translation>
    </message>
    <message>
        <source>moved on</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>Evict</source>
        <translation>驱逐</translation>
    </message>
    <message>
        <source>Recorded as %1, role %2.</source>
        <translation>将以 %1（角色 %2）的名义记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asking the database to evict the holder…</source>
        <translation>正在请求数据库驱逐持有者…</translation>
    </message>
    <message>
        <source>Asking the database to revoke the lease…</source>
        <translation>正在请求数据库撤销租约…</translation>
    </message>
    <message>
        <source>Evicted. The old holder&apos;s lease is over.</source>
        <translation>已驱逐。原持有者的租约已结束。</translation>
    </message>
    <message>
        <source>Revoked. The old holder&apos;s lease is over.</source>
        <translation>已撤销。原持有者的租约已结束。</translation>
    </message>
    <message>
        <source>Refused, nothing was done: the lock has moved on. Holder or term are no longer those that you saw.</source>
        <translation>已拒绝，未执行任何操作：锁的情况已改变。持有者或任期已不是您所看到的。</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>未执行任何操作。%1</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: the next rows will show whether it was done.</source>
        <translation>连接在收到答复之前中断：后续的行会显示操作是否已执行。</translation>
    </message>
    <message>
        <source>The connection is broken: what happens now cannot be seen.</source>
        <translation>连接已断开：无法看到当前情况。</translation>
    </message>
    <message>
        <source>The lock is free.</source>
        <translation>锁已空闲。</translation>
    </message>
    <message>
        <source>Waiting for the next leader…</source>
        <translation>正在等待下一个领导者…</translation>
    </message>
    <message>
        <source>The old holder is still in the row…</source>
        <translation>行中仍是原持有者…</translation>
    </message>
    <message>
        <source>Waiting for the old holder to let go, %1 at the latest…</source>
        <translation>正在等待原持有者放手，最迟：%1…</translation>
    </message>
    <message>
        <source>%1 leads again, with term %2.</source>
        <translation>%1 再次成为领导者，任期 %2。</translation>
    </message>
    <message>
        <source>%1 leads, with term %2.</source>
        <translation>%1 已成为领导者，任期 %2。</translation>
    </message>
    <message>
        <source>%1 leads again.</source>
        <translation>%1 再次成为领导者。</translation>
    </message>
    <message>
        <source>%1 leads.</source>
        <translation>%1 已成为领导者。</translation>
    </message>
    <message>
        <source>It is revoked already: wait until the holder lets go, or choose to evict it.</source>
        <translation>已经撤销：请等待持有者放手，或选择驱逐。</translation>
    </message>
    <message>
        <source>Already revoked: the lock is free when the holder has let go or its lease has run out (%1). Wait, or evict the holder.</source>
        <translation>已经撤销：持有者放手或其租约到期后（%1），锁即空闲。请等待，或驱逐持有者。</translation>
    </message>
    <message>
        <source>Already revoked by %1: the lock is free when the holder has let go or its lease has run out (%2). Wait, or evict the holder.</source>
        <translation>已被 %1 撤销：持有者放手或其租约到期后（%2），锁即空闲。请等待，或驱逐持有者。</translation>
    </message>
    <message>
        <source>Evicted. The old holder may still act as leader until its lease is over: %1.</source>
        <translation>已驱逐。在租约结束之前，原持有者仍可能以领导者身份运行：%1。</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, %1 at the latest.</source>
        <translation>已撤销。持有者将放手，最迟：%1。</translation>
    </message>
    <message>
        <source>Takes a lock from its holder: the safe way, or the dangerous one</source>
        <translation>从持有者手中收回锁：安全方式或危险方式</translation>
    </message>
    <message>
        <source>Then only %1 can lead: the lock is reserved for it.</source>
        <translation>之后只有 %1 可以担任领导者：此锁已预留给它。</translation>
    </message>
    <message numerus="yes">
        <source>Then one of the %n session(s) that wait can lead.</source>
        <translation>
            <numerusform>之后，正在等待的 %n 个会话之一可以担任领导者。</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is known to wait: nobody may lead then until one comes.</source>
        <translation>未发现正在等待的会话：之后在有会话到来之前，可能没有领导者。</translation>
    </message>
    <message>
        <source>It is paused: nobody takes it until it is resumed.</source>
        <translation>它已暂停：恢复之前，任何节点都不会获取它。</translation>
    </message>
    <message>
        <source>It is reserved for %1: waiting for that instance to take it…</source>
        <translation>它已预留给 %1：正在等待该实例获取…</translation>
    </message>
    <message>
        <source>No session is known to wait for it. Waiting for the next leader…</source>
        <translation>未发现等待它的会话。正在等待下一个领导者…</translation>
    </message>
</context>
<context>
    <name>Elector::ReleasePermission</name>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>The window was started with --read-only: it only watches.</source>
        <translation>窗口以 --read-only 启动：仅监视。</translation>
    </message>
    <message>
        <source>may not release</source>
        <translation>无权释放</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary to release a lock.</source>
        <translation>此服务器是备库：要释放锁，请连接到主库。</translation>
    </message>
    <message>
        <source>Role %1 may only read: releasing needs the privileges UPDATE and DELETE on %2.leader_lease.</source>
        <translation>角色 %1 只能读取：释放需要对 %2.leader_lease 的 UPDATE 和 DELETE 权限。</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first, so that you release what you see.</source>
        <translation>监视已暂停：请先继续监视，以确保释放的正是您所看到的锁。</translation>
    </message>
    <message>
        <source>The rows are not current: a lock can be released once the connection is back.</source>
        <translation>各行不是最新的：连接恢复后才能释放锁。</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>请先选择一个锁。</translation>
    </message>
    <message>
        <source>Nobody holds lock %1.</source>
        <translation>无人持有锁 %1。</translation>
    </message>
    <message>
        <source>The lease of lock %1 has expired: whoever bids next gets it.</source>
        <translation>锁 %1 的租约已过期：下一个竞争者将获得它。</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>各行不是最新的：请等待连接恢复。</translation>
    </message>
    <message>
        <source>A plain table has no room for it; “elector migrate” makes it full.</source>
        <translation>普通表无法存放此内容；“elector migrate”可将其变为完整表。</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary.</source>
        <translation>此服务器是备库：请连接到主库。</translation>
    </message>
    <message>
        <source>Role %1 may only read: it needs EXECUTE on the functions %2.leader_lease_order and %2.leader_lease_rename.</source>
        <translation>角色 %1 只能读取：它需要对函数 %2.leader_lease_order 和 %2.leader_lease_rename 的 EXECUTE 权限。</translation>
    </message>
    <message>
        <source>This connection was made read-only: the window only watches it.</source>
        <translation>此连接设为只读：窗口仅监视它。</translation>
    </message>
    <message>
        <source>The profile %1 is read-only: the window only watches.</source>
        <translation>配置 %1 为只读：窗口仅进行监视。</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first.</source>
        <translation>监视已暂停：请先继续监视。</translation>
    </message>
    <message>
        <source>Several rows are selected: select only the lock that you mean.</source>
        <translation>选中了多行：请只选择要操作的那个锁。</translation>
    </message>
</context>
<context>
    <name>Elector::SafeTls</name>
    <message>
        <source>%1 applies, as chosen here.</source>
        <translation>使用 %1，即此处所选。</translation>
    </message>
    <message>
        <source>%1 applies: the service file says so.</source>
        <translation>使用 %1：由服务文件指定。</translation>
    </message>
    <message>
        <source>%1 applies: the variable PGSSLMODE says so.</source>
        <translation>使用 %1：由变量 PGSSLMODE 指定。</translation>
    </message>
    <message>
        <source>%1 applies, because the server may be another machine.</source>
        <translation>使用 %1，因为服务器可能是另一台机器。</translation>
    </message>
    <message>
        <source>%1 applies, because %2 is another machine.</source>
        <translation>使用 %1，因为 %2 是另一台机器。</translation>
    </message>
    <message>
        <source>libpq decides (prefer), because the server is on this machine.</source>
        <translation>由 libpq 决定（prefer），因为服务器在本机上。</translation>
    </message>
    <message>
        <source>verify-full for another machine, libpq&apos;s choice for this one.</source>
        <translation>对其他机器使用 verify-full，对本机由 libpq 选择。</translation>
    </message>
    <message>
        <source>Never encrypted: everybody on the way can read along.</source>
        <translation>从不加密：途中的任何人都能读取。</translation>
    </message>
    <message>
        <source>Encrypted only if the server insists on it.</source>
        <translation>仅在服务器强制要求时加密。</translation>
    </message>
    <message>
        <source>Encrypted if the server can; nobody notices if not.</source>
        <translation>服务器支持时加密；若不支持，也不会有人察觉。</translation>
    </message>
    <message>
        <source>Always encrypted, but it may be another server.</source>
        <translation>始终加密，但对方可能是另一台服务器。</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust.</source>
        <translation>加密，且证书由您信任的 CA 签发。</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust and names this host.</source>
        <translation>加密，且证书由您信任的 CA 签发，并注明此主机的名称。</translation>
    </message>
    <message>
        <source>There is no root certificate “%1”, so that no server&apos;s certificate can be verified.</source>
        <translation>根证书“%1”不存在，因此无法验证任何服务器的证书。</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or write “system” for those that this machine trusts.</source>
        <translation>请选择服务器 CA 的文件，或填写“system”以使用本机信任的 CA。</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or %1 for those that this machine trusts.</source>
        <translation>请选择服务器 CA 的文件，或选择 %1 以使用本机信任的 CA。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: connect by a name that stands in it, or make sure that it is the server that you mean.</source>
        <translation>服务器的证书属于另一个名称：请使用证书中的名称连接，或确认这正是您要连接的服务器。</translation>
    </message>
    <message>
        <source>Give the host by its name as well: an address alone cannot be verified.</source>
        <translation>请同时给出主机名：仅凭地址无法验证。</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.</source>
        <translation>请在服务器上启用 TLS；如果途中无人能够窃听，也可选择较低的加密级别。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, has been revoked, or is not signed by a CA in the root certificate: choose the file of the CA that signed it, or make sure that it is the server that you mean.</source>
        <translation>服务器的证书已过期、已被吊销，或不是由根证书中的 CA 签名：请选择为其签名的 CA 的文件，或确认它就是您要连接的服务器。</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours: choose one that names the user, from a CA that the server trusts, and its key.</source>
        <translation>服务器要求您的证书：请选择一个写明该用户、由服务器信任的 CA 签发的证书及其密钥。</translation>
    </message>
</context>
<context>
    <name>Elector::ServerStatus</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格显示的内容</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>暂未知</translation>
    </message>
    <message>
        <source>Server and database: %1
Role: %2
Schema: %3</source>
        <translation>服务器和数据库：%1
角色：%2
模式：%3</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>备库</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主库</translation>
    </message>
    <message>
        <source>A standby: leases can be seen, nothing can be released here.</source>
        <translation>备库：可以查看租约，但在此无法释放任何锁。</translation>
    </message>
    <message>
        <source>A primary: it decides who leads.</source>
        <translation>主库：由它决定谁是领导者。</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Full schema: terms, history and notifications.</source>
        <translation>完整模式：含任期、历史和通知。</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Plain table: no terms, no names, no history, and changes are seen only by polling. “elector migrate” adds them.</source>
        <translation>普通表：没有任期、名称和历史，变更只能通过轮询发现。“elector migrate”可添加这些功能。</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>无表</translation>
    </message>
    <message>
        <source>There is no usable leader_lease in schema %1.</source>
        <translation>模式 %1 中没有可用的 leader_lease。</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Version of the server</source>
        <translation>服务器版本</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>无 TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>连接已加密。</translation>
    </message>
    <message>
        <source>The connection is not encrypted. That is usual for a local socket only.</source>
        <translation>连接未加密。只有本地套接字通常如此。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Round trip of the last read</source>
        <translation>上次读取的往返时间</translation>
    </message>
    <message>
        <source>clock %1 ± %2 ms</source>
        <translation>时钟 %1 ± %2 毫秒</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this machine&apos;s, and how far that may be off. Countdowns follow the server&apos;s clock and do not depend on it.</source>
        <translation>服务器时钟减去本机时钟的差值，以及该值可能的误差。倒计时以服务器时钟为准，不受此差值影响。</translation>
    </message>
</context>
<context>
    <name>Elector::ServiceFile</name>
    <message>
        <source>The service file “%1” cannot be read.</source>
        <translation>无法读取服务文件“%1”。</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is too long for libpq, which reads no further.</source>
        <translation>服务文件“%2”的第 %1 行对 libpq 来说过长，libpq 不再往下读取。</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” begins a section and lacks its “]”.</source>
        <translation>服务文件“%2”的第 %1 行开始了一节，但缺少“]”。</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is not “keyword=value”.</source>
        <translation>服务文件“%2”的第 %1 行不是“keyword=value”形式。</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” names another service, which libpq does not allow.</source>
        <translation>服务文件“%2”的第 %1 行指定了另一个服务，libpq 不允许这样做。</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” has a keyword that libpq does not know: “%3”.</source>
        <translation>服务文件“%2”的第 %1 行含有 libpq 无法识别的关键字：“%3”。</translation>
    </message>
</context>
<context>
    <name>Elector::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down</source>
        <translation>上、下、Page Up、Page Down</translation>
    </message>
    <message>
        <source>Choose a lock</source>
        <translation>选择锁</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>From table to table and field to field</source>
        <translation>在表格之间和字段之间移动</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>左、右、空格</translation>
    </message>
    <message>
        <source>Fold the locks of a holder away, or show them</source>
        <translation>折叠或显示某持有者的锁</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>菜单键</translation>
    </message>
    <message>
        <source>What can be done with the selected lock</source>
        <translation>可对所选锁执行的操作</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+下</translation>
    </message>
    <message>
        <source>In the filter: choose states, or a regular expression</source>
        <translation>在筛选中：选择状态或正则表达式</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>左、右、Home、End</translation>
    </message>
    <message>
        <source>In the timeline: move</source>
        <translation>在时间线中：移动</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+、−、0</translation>
    </message>
    <message>
        <source>In the timeline: zoom, and show everything</source>
        <translation>在时间线中：缩放，以及显示全部</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+左、Ctrl+右</translation>
    </message>
    <message>
        <source>In the timeline: from term to term</source>
        <translation>在时间线中：在任期之间移动</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down, Ctrl+A</source>
        <translation>Shift+上、Shift+下、Ctrl+A</translation>
    </message>
    <message>
        <source>Choose several locks, to copy them</source>
        <translation>选择多个锁以便复制</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers</source>
        <translation>复制所选行及其表头</translation>
    </message>
    <message>
        <source>Every key of the window, and what it does</source>
        <translation>窗口的每个按键及其作用</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>To the menus: all that has no key of its own</source>
        <translation>转到菜单：没有专用按键的所有操作</translation>
    </message>
</context>
<context>
    <name>Elector::Spoken</name>
    <message>
        <source>Leaves this window without doing anything more</source>
        <translation>关闭此窗口，不再执行任何操作</translation>
    </message>
</context>
<context>
    <name>Elector::TenuresText</name>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>领导者</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>撤销后已放手</translation>
    </message>
    <message>
        <source>Ran out after revoke</source>
        <translation>撤销后已到期</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>已驱逐</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>表已清空</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>表已升级</translation>
    </message>
    <message>
        <source>End not recorded</source>
        <translation>结束未记录</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>操作员：%1</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>记录者：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>任期：%1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>开始：%1</translation>
    </message>
    <message>
        <source>From: not known, the history begins at %1</source>
        <translation>开始：未知，历史始于 %1</translation>
    </message>
    <message>
        <source>To: %1, when its lease ran out; nobody has taken note of it yet</source>
        <translation>结束：%1，其租约到期时；尚无节点记录此事</translation>
    </message>
    <message>
        <source>To: still going on</source>
        <translation>结束：仍在持续</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>结束：%1</translation>
    </message>
    <message>
        <source>To: %1 at the latest</source>
        <translation>结束：最迟 %1</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>时长：%1</translation>
    </message>
    <message>
        <source>Length: %1 at most</source>
        <translation>时长：最多 %1</translation>
    </message>
    <message>
        <source>Length: %1 at least</source>
        <translation>时长：至少 %1</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>结束方式：%1</translation>
    </message>
    <message>
        <source>Nobody leads</source>
        <translation>没有领导者</translation>
    </message>
    <message>
        <source>Nobody led</source>
        <translation>曾无领导者</translation>
    </message>
    <message>
        <source>From: %1 or earlier, when the lease ran out</source>
        <translation>开始：%1 或更早，租约到期时</translation>
    </message>
    <message>
        <source>Length: not known</source>
        <translation>时长：未知</translation>
    </message>
    <message>
        <source>Lock paused: nobody may take it</source>
        <translation>锁已暂停：任何节点都不能获取</translation>
    </message>
    <message>
        <source>Lock reserved for %1</source>
        <translation>锁已预留给 %1</translation>
    </message>
    <message>
        <source>To: until its time is over</source>
        <translation>结束：直到期限届满</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back by %1</source>
        <translation>服务器时钟被回拨了 %1</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>涉及：%1</translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation>任期数：%1。</translation>
    </message>
    <message>
        <source>Gaps without a leader: %1.</source>
        <translation>无领导者的空档：%1。</translation>
    </message>
    <message>
        <source>Longest term: %1.</source>
        <translation>最长任期：%1。</translation>
    </message>
    <message>
        <source>Longest gap: %1.</source>
        <translation>最长空档：%1。</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineExport</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Who led lock %1</source>
        <translation>锁 %1 的历任领导者</translation>
    </message>
    <message>
        <source>%1. Made %2.</source>
        <translation>%1。生成时间：%2。</translation>
    </message>
    <message>
        <source>All that is known: %1</source>
        <translation>全部已知信息：%1</translation>
    </message>
    <message>
        <source>The picture for %1 could not be made.</source>
        <translation>无法为 %1 生成图片。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>The printer does not take the page.</source>
        <translation>打印机不接受该页面。</translation>
    </message>
    <message>
        <source>The page could not be finished.</source>
        <translation>无法完成该页面。</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineLegend</name>
    <message>
        <source>Revoked, still there</source>
        <translation>已撤销，尚未放手</translation>
    </message>
</context>
<context>
    <name>Elector::TimelinePainter</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and kind of time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>instance and how long it led</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reserved for %1</source>
        <translation>预留给 %1</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>无领导者</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineScene</name>
    <message>
        <source>%1 others</source>
        <translation>其他 %1 个</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>无领导者</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineView</name>
    <message>
        <source>Lanes of the timeline</source>
        <translation>时间线的泳道</translation>
    </message>
    <message>
        <source>Timeline of the selected lock</source>
        <translation>所选锁的时间线</translation>
    </message>
    <message>
        <source>Timeline of lock %1</source>
        <translation>锁 %1 的时间线</translation>
    </message>
    <message>
        <source>%1. Selected: %2</source>
        <translation>%1。已选择：%2</translation>
    </message>
    <message>
        <source>Ctrl and the left and right arrow keys go from one term to the next.</source>
        <translation>按住 Ctrl 并按左右方向键，可在任期之间移动。</translation>
    </message>
</context>
<context>
    <name>Elector::TrayIcon</name>
    <message>
        <source>Show window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The connection is lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>已重新连接。</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) without a leader.</source>
        <translation>
            <numerusform>%n 个锁没有领导者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) renewed only just in time.</source>
        <translation>
            <numerusform>%n 个锁险些未能及时续约。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) changing hands again and again.</source>
        <translation>
            <numerusform>%n 个锁频繁易主。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elector Monitor: %n lock(s) without a leader</source>
        <translation>
            <numerusform>Elector Monitor：%n 个锁没有领导者</numerusform>
        </translation>
    </message>
    <message>
        <source>Elector Monitor: every lock has a leader</source>
        <translation>Elector Monitor：所有锁都有领导者</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Elector Monitor</source>
        <translation>Elector Monitor</translation>
    </message>
    <message>
        <source>See elector-monitor --help.</source>
        <translation>请参阅 elector-monitor --help。</translation>
    </message>
</context>
</TS>
