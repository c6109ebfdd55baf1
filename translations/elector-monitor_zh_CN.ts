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
        <source>The role lacks EXECUTE on the guard's functions. GRANT it to those that work under it.</source>
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
    <name>Elector::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Or its parts; what is empty is left to libpq (PG… variables, .pgpass):</source>
        <translation>或分项填写；留空的项由 libpq 决定（PG… 变量、.pgpass）：</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>仅保存在内存中</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>模式(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO this role.</source>
        <translation>隐藏的内容对 pg_monitor 的成员可见：请执行 GRANT pg_monitor TO 此角色。</translation>
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
    <name>Elector::HistoryModel</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, by the server's clock</source>
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
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
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
        <source>By the server's clock, unless the holder renews it</source>
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
</context>
<context>
    <name>Elector::LeaseModel</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
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
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
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
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>fencing 令牌：随每次更换持有者而递增。</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>普通表没有任期；“elector migrate”可添加任期。</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>没有租约。</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server's clock</source>
        <translation>剩余：%1；租约总长：%2；以服务器时钟为准</translation>
    </message>
    <message>
        <source>%1 left, by the server's clock. How long the whole lease is, the holder does not say.</source>
        <translation>剩余：%1；以服务器时钟为准。持有者未说明整个租约有多长。</translation>
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
        <source>%1, incarnation %2</source>
        <translation>%1，代次 %2</translation>
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
        <source>Held, expired, revoked or free</source>
        <translation>持有中、已过期、已撤销或空闲</translation>
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
        <source>What is left of the lease by the server's clock</source>
        <translation>以服务器时钟为准的租约剩余时间</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock, in local time</source>
        <translation>持有者从何时起持有此锁（本地时间）</translation>
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
        <source>In line for a row. Which one, the server does not always say: it may be another lock's.</source>
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
        <source>The holder's session, going by its name.</source>
        <translation>根据名称判断，这是持有者的会话。</translation>
    </message>
    <message>
        <source>Several sessions bear the holder's name: one of them leads, the others wait.</source>
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
        <source>The server's process; pg_terminate_backend() takes this number.</source>
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
        <source>C&amp;opy row</source>
        <translation>复制行(&amp;O)</translation>
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
        <source>Say in the system's tray when a lock has lost its leader</source>
        <translation>锁失去领导者时在系统托盘中提示</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>显示 ID、名称、持有者或状态中包含这些词的锁</translation>
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
        <source>Tray &amp;icon</source>
        <translation>托盘图标(&amp;I)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>语言将在重新启动监视器后更改。</translation>
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
        <source>Where to connect: postgresql://user@host/database or "host=… dbname=…". Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>连接目标：postgresql://user@host/database 或 "host=… dbname=…"。未指定时由 ELECTOR_DSN 或 PG… 环境变量决定。</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Schema of leader_lease (default: public).</source>
        <translation>leader_lease 所在的模式（默认：public）。</translation>
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
        <source>"%1" is not an option. An address is given with --dsn.</source>
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
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system's).</source>
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
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>暂停锁 %1</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Whoever holds it is revoked: it steps down at its next renewal, and its work comes to its end.</source>
        <translation>恢复之前，任何节点都不会获取此锁。当前持有者将被撤销：它会在下次续约时卸任，其工作随之结束。</translation>
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
        <source>The holder is revoked, and only the instance that you name may take the lock: until it has, or until %1 after the present lease would have run out. If no such instance waits, nobody leads until then.</source>
        <translation>持有者将被撤销，且只有指定的实例可以获取此锁：直到该实例获取为止，或直到当前租约本应到期之后再过 %1 为止。如果没有这样的实例在等待，在此之前将没有领导者。</translation>
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
        <source>The lock is reserved. Waiting for the instance to take it…</source>
        <translation>锁已预留。正在等待该实例获取…</translation>
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
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <source>Type the lock's name or id to confirm the eviction.</source>
        <translation>请输入锁的名称或 ID 以确认驱逐。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>永不，因为此租约没有期限</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
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
        <source>Evicted. The old holder may still act as leader for %1.</source>
        <translation>已驱逐。原持有者仍可能以领导者身份运行 %1。</translation>
    </message>
    <message>
        <source>Evicted. The old holder's lease is over.</source>
        <translation>已驱逐。原持有者的租约已结束。</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, within %1 at the latest.</source>
        <translation>已撤销。持有者最迟在 %1内放手。</translation>
    </message>
    <message>
        <source>Revoked. The old holder's lease is over.</source>
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
        <source>Lock %1 was already taken back: it is free when the holder has let go or its lease has run out.</source>
        <translation>锁 %1 已被收回：持有者放手后或其租约到期后，锁即空闲。</translation>
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
        <source>The server's clock minus this machine's, and how far that may be off. Countdowns follow the server's clock and do not depend on it.</source>
        <translation>服务器时钟减去本机时钟的差值，以及该值可能的误差。倒计时以服务器时钟为准，不受此差值影响。</translation>
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
</context>
</TS>
