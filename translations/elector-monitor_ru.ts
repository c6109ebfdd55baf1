<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Elector::AbilityModel</name>
    <message>
        <source>Terms: fencing tokens that grow with each change of holder</source>
        <translation>Эпохи: fencing-токены, растущие с каждой сменой владельца</translation>
    </message>
    <message>
        <source>History: who led when</source>
        <translation>История: кто и когда был лидером</translation>
    </message>
    <message>
        <source>Names of locks</source>
        <translation>Имена блокировок</translation>
    </message>
    <message>
        <source>What a leader publishes, such as its address</source>
        <translation>Что публикует лидер, например свой адрес</translation>
    </message>
    <message>
        <source>Changes of holder are seen at once</source>
        <translation>Смена владельца видна сразу</translation>
    </message>
    <message>
        <source>Guard: strictly exclusive work in the same database</source>
        <translation>Защита: строго монопольная работа в той же базе данных</translation>
    </message>
    <message>
        <source>Forced release</source>
        <translation>Принудительное освобождение</translation>
    </message>
    <message>
        <source>Waiting candidates</source>
        <translation>Ожидающие кандидаты</translation>
    </message>
    <message>
        <source>Where sessions of others come from, and what they do</source>
        <translation>Откуда подключены чужие сеансы и что они делают</translation>
    </message>
    <message>
        <source>Something that this version does not know</source>
        <translation>Нечто, неизвестное этой версии</translation>
    </message>
    <message>
        <source>The table is a plain one. “elector migrate” makes it full.</source>
        <translation>Таблица простая. «elector migrate» сделает её полной.</translation>
    </message>
    <message>
        <source>This is a standby. Connect to the primary.</source>
        <translation>Это резервный сервер. Подключитесь к основному.</translation>
    </message>
    <message>
        <source>Notifications do not arrive on this connection; it polls. A transaction pooler in between? Connect directly.</source>
        <translation>Уведомления по этому соединению не приходят; таблица опрашивается. На пути пул соединений в режиме транзакций? Подключитесь напрямую.</translation>
    </message>
    <message>
        <source>The role lacks UPDATE and DELETE on leader_lease. GRANT them, or connect as another role.</source>
        <translation>У роли нет прав UPDATE и DELETE на leader_lease. Выдайте их (GRANT) или подключитесь под другой ролью.</translation>
    </message>
    <message>
        <source>The role lacks EXECUTE on the guard&apos;s functions. GRANT it to those that work under it.</source>
        <translation>У роли нет права EXECUTE на функции защиты. Выдайте его (GRANT) тем, кто работает под защитой.</translation>
    </message>
    <message>
        <source>The role is no member of pg_monitor. GRANT pg_monitor or pg_read_all_stats to it.</source>
        <translation>Роль не входит в pg_monitor. Выдайте ей (GRANT) pg_monitor или pg_read_all_stats.</translation>
    </message>
    <message>
        <source>The role lacks a privilege.</source>
        <translation>У роли не хватает прав.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Возможность</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Why not, and what would help</source>
        <translation>Почему нет и что поможет</translation>
    </message>
</context>
<context>
    <name>Elector::Banner</name>
    <message>
        <source>Notice</source>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
</context>
<context>
    <name>Elector::CalmTable</name>
    <message>
        <source>&amp;Descending</source>
        <translation>По у&amp;быванию</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Столбцы: %1</translation>
    </message>
</context>
<context>
    <name>Elector::CellTableModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>the title of a column, what there is to say of a cell in it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be released</source>
        <translation>&amp;Только чтение: ничего нельзя освободить</translation>
    </message>
    <message>
        <source>needed to save it</source>
        <translation>нужно для сохранения</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>Части подключения</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Сервер</translation>
    </message>
    <message>
        <source>&amp;Password and TLS</source>
        <translation>&amp;Пароль и TLS</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>И&amp;мя</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Цвет</translation>
    </message>
    <message>
        <source>Marks the pages of this connection</source>
        <translation>Выделяет страницы этого подключения</translation>
    </message>
    <message>
        <source>Pages of this connection only show; no action can be done</source>
        <translation>Страницы этого подключения только показывают; действия недоступны</translation>
    </message>
    <message>
        <source>Where the server is, and how it is trusted</source>
        <translation>Где находится сервер и как проверяется доверие к нему</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionImport</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Import an address</source>
        <translation>Импорт адреса</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импортировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>An address as other programs of PostgreSQL take it, or “host=… dbname=…”. A password in it is used now, and written nowhere.</source>
        <translation>Адрес в том виде, в каком его принимают другие программы PostgreSQL, или «host=… dbname=…». Пароль из него используется сейчас и нигде не записывается.</translation>
    </message>
    <message>
        <source>Write or paste an address first.</source>
        <translation>Сначала введите или вставьте адрес.</translation>
    </message>
    <message>
        <source>Makes a profile of the address; it can be changed before it is saved</source>
        <translation>Создаёт профиль из адреса; его можно изменить перед сохранением</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionLabel</name>
    <message>
        <source>service %1</source>
        <translation>служба %1</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>локальный сокет</translation>
    </message>
    <message>
        <source>the default server</source>
        <translation>сервер по умолчанию</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionOpener</name>
    <message>
        <source>Waiting for the keyring. You can type the password instead.</source>
        <translation>Ожидание связки ключей. Можно вместо этого ввести пароль.</translation>
    </message>
    <message>
        <source>The profile is not saved: the keyring keeps its password once it is.</source>
        <translation>Профиль не сохранён: связка ключей будет хранить его пароль после сохранения.</translation>
    </message>
    <message>
        <source>The keyring does not have it yet, and keeps it when it works.</source>
        <translation>В связке ключей его ещё нет; она сохранит его, если он подойдёт.</translation>
    </message>
    <message>
        <source>The server refused this password.</source>
        <translation>Сервер отклонил этот пароль.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>Сервер требует пароль.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionProfile</name>
    <message>
        <source>A port is a number from 1 to 65535; for several hosts, several with commas.</source>
        <translation>Порт — число от 1 до 65535; для нескольких хостов — несколько чисел через запятую.</translation>
    </message>
    <message>
        <source>Give the profile a name, such as “Orders, production”.</source>
        <translation>Дайте профилю имя, например «Заказы, рабочая среда».</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long: %n characters are enough.</source>
        <translation>
            <numerusform>Имя слишком длинное: достаточно %n символа.</numerusform>
            <numerusform>Имя слишком длинное: достаточно %n символов.</numerusform>
            <numerusform>Имя слишком длинное: достаточно %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name contains control characters: write it with letters, digits and signs.</source>
        <translation>Имя содержит управляющие символы: используйте буквы, цифры и знаки.</translation>
    </message>
    <message>
        <source>The name looks like an address with a password: choose another, names are not secret.</source>
        <translation>Имя похоже на адрес с паролем: выберите другое, имена не секретны.</translation>
    </message>
    <message>
        <source>production</source>
        <translation>рабочая среда</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>промежуточная среда</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тестовая среда</translation>
    </message>
    <message>
        <source>development</source>
        <translation>среда разработки</translation>
    </message>
    <message>
        <source>This looks like an address with a password: use “Import address…” for it.</source>
        <translation>Это похоже на адрес с паролем: используйте для него «Импорт адреса…».</translation>
    </message>
    <message>
        <source>Name a schema, such as public.</source>
        <translation>Укажите схему, например public.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionSecurityPage</name>
    <message>
        <source>Passw&amp;ord</source>
        <translation>П&amp;ароль</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>&amp;Шифрование</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Корневой сертификат</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>Мой сертификат</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Мой ключ</translation>
    </message>
    <message>
        <source>Root certi&amp;ficate</source>
        <translation>&amp;Корневой сертификат</translation>
    </message>
    <message>
        <source>&amp;My certificate</source>
        <translation>Мой серти&amp;фикат</translation>
    </message>
    <message>
        <source>My &amp;key</source>
        <translation>Мой клю&amp;ч</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>From .pgpass, service file or environment</source>
        <translation>Из .pgpass, файла служб или окружения</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Спрашивать каждый раз</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Хранить в связке ключей</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрование</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>It stays in memory, and is written nowhere.</source>
        <translation>Остаётся в памяти и нигде не записывается.</translation>
    </message>
    <message>
        <source>It is asked for once, and kept in this desktop&apos;s keyring.</source>
        <translation>Запрашивается один раз и хранится в связке ключей этого рабочего стола.</translation>
    </message>
    <message>
        <source>libpq finds it, or the server wants none.</source>
        <translation>Его находит libpq, или сервер его не требует.</translation>
    </message>
    <message>
        <source>Where the password comes from</source>
        <translation>Откуда берётся пароль</translation>
    </message>
    <message>
        <source>What is asked of TLS</source>
        <translation>Что требуется от TLS</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionServerPage</name>
    <message>
        <source>Service</source>
        <translation>Служба</translation>
    </message>
    <message>
        <source>no service file on this machine</source>
        <translation>на этом компьютере нет файла служб</translation>
    </message>
    <message>
        <source>a section of the service file</source>
        <translation>раздел файла служб</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>С&amp;лужба</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Хост</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>По&amp;рт</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Хост</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>&amp;База данных</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>П&amp;ользователь</translation>
    </message>
    <message>
        <source>Sche&amp;mas</source>
        <translation>Сх&amp;емы</translation>
    </message>
    <message>
        <source>public, or several with commas</source>
        <translation>public или несколько через запятую</translation>
    </message>
    <message>
        <source>More settin&amp;gs</source>
        <translation>Дру&amp;гие параметры</translation>
    </message>
    <message>
        <source>What is empty is left to libpq: service file, PG… variables, its defaults.</source>
        <translation>Что не заполнено, определит libpq: файл служб, переменные PG…, её значения по умолчанию.</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>локальный сокет</translation>
    </message>
    <message>
        <source>named like the user</source>
        <translation>как имя пользователя</translation>
    </message>
    <message>
        <source>named like you</source>
        <translation>ваше имя в системе</translation>
    </message>
    <message>
        <source> Write keyword=value, with spaces between several.</source>
        <translation> Пишите в виде keyword=value, несколько — через пробел.</translation>
    </message>
    <message>
        <source>Passwords are not written here: say under “Password and TLS” where it is.</source>
        <translation>Пароли здесь не пишут: укажите на вкладке «Пароль и TLS», где он находится.</translation>
    </message>
    <message>
        <source>“%1” has a field of its own: write it there.</source>
        <translation>Для «%1» есть отдельное поле: укажите значение там.</translation>
    </message>
    <message>
        <source>none, or one that keeps sessions</source>
        <translation>нет, или такой, что сохраняет сеансы</translation>
    </message>
    <message>
        <source>lends sessions (transaction pooling)</source>
        <translation>одалживает сеансы (transaction pooling)</translation>
    </message>
    <message>
        <source>Changes are then noticed by looking, not by notifications.</source>
        <translation>Изменения тогда замечаются опросом, а не уведомлениями.</translation>
    </message>
    <message>
        <source>Kind of pooler</source>
        <translation>Вид пулера</translation>
    </message>
    <message>
        <source>What stands between this window and the server, such as PgBouncer.</source>
        <translation>Что стоит между этим окном и сервером, например PgBouncer.</translation>
    </message>
    <message>
        <source>&amp;Kind of pooler</source>
        <translation>Ка&amp;кой пулер</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionTest</name>
    <message>
        <source>Only reading: this is a standby.</source>
        <translation>Только чтение: это резервный сервер.</translation>
    </message>
    <message>
        <source>The role may release, pause, hand over and name locks.</source>
        <translation>Роль может освобождать, приостанавливать, передавать и называть блокировки.</translation>
    </message>
    <message>
        <source>The role may release locks.</source>
        <translation>Роль может освобождать блокировки.</translation>
    </message>
    <message>
        <source>The role may only read.</source>
        <translation>Роль может только читать.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n блокировка</numerusform>
            <numerusform>%n блокировки</numerusform>
            <numerusform>%n блокировок</numerusform>
        </translation>
    </message>
    <message>
        <source>Schema %1: full level, %2.</source>
        <translation>Схема %1: полный уровень, %2.</translation>
    </message>
    <message>
        <source>Schema %1: plain level, without names and history, %2.</source>
        <translation>Схема %1: простой уровень, без имён и истории, %2.</translation>
    </message>
    <message>
        <source>PostgreSQL %1.%2, %3, role %4; %5.</source>
        <translation>PostgreSQL %1.%2, %3, роль %4; %5.</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>резервный сервер</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>основной сервер</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>с шифрованием (TLS)</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>без шифрования</translation>
    </message>
    <message>
        <source>The server was reached, and accepts the login.</source>
        <translation>Сервер доступен, вход выполнен.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>не сохранён</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменён</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Копия %1</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>Удаление профиля</translation>
    </message>
    <message>
        <source>Delete the profile %1, and its password in the keyring?</source>
        <translation>Удалить профиль %1 и его пароль из связки ключей?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>The password of the address is used as long as this dialog is open. Choose under “Password and TLS” to keep it in the keyring.</source>
        <translation>Пароль из адреса используется, пока открыто это окно. Чтобы хранить его в связке ключей, выберите это на вкладке «Пароль и TLS».</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>%1 is not saved. Save it?</source>
        <translation>Профиль %1 не сохранён. Сохранить его?</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>Про&amp;верить</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>Сохра&amp;нить</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>Подкл&amp;ючиться</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>Со&amp;здать</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Дублировать</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Import address…</source>
        <translation>&amp;Импорт адреса…</translation>
    </message>
    <message>
        <source>What applies, and the result of the test</source>
        <translation>Что действует и результат проверки</translation>
    </message>
    <message>
        <source>Connects to %1.</source>
        <translation>Подключение: %1.</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>Шифрование: %1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Прер&amp;вать</translation>
    </message>
    <message>
        <source>Where the monitor connects to, kept as profiles</source>
        <translation>Куда подключается монитор; хранится в виде профилей</translation>
    </message>
    <message>
        <source>Connects once, and says what came of it</source>
        <translation>Подключается один раз и сообщает результат</translation>
    </message>
    <message>
        <source>Keeps the profile, without a password</source>
        <translation>Сохраняет профиль без пароля</translation>
    </message>
    <message>
        <source>Opens a page on this connection</source>
        <translation>Открывает страницу с этим подключением</translation>
    </message>
    <message>
        <source>Leaves the dialog; what is not saved is asked for</source>
        <translation>Закрывает диалог; о несохранённом будет вопрос</translation>
    </message>
    <message>
        <source>Connections that are kept; the chosen one is shown beside</source>
        <translation>Сохранённые подключения; выбранное показано рядом</translation>
    </message>
    <message>
        <source>Begins an empty profile</source>
        <translation>Начинает пустой профиль</translation>
    </message>
    <message>
        <source>Begins a profile like the chosen one</source>
        <translation>Начинает профиль по образцу выбранного</translation>
    </message>
    <message>
        <source>Deletes the chosen profile, after a question</source>
        <translation>Удаляет выбранный профиль после подтверждения</translation>
    </message>
    <message>
        <source>Makes a profile of an address</source>
        <translation>Создаёт профиль из адреса</translation>
    </message>
    <message>
        <source>To be read: where each part of the connection comes from</source>
        <translation>Для чтения: откуда взята каждая часть подключения</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>По&amp;дробности</translation>
    </message>
    <message>
        <source>Details of lock %1</source>
        <translation>Подробности о блокировке %1</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsPanel</name>
    <message>
        <source>What the row of the selected lock says</source>
        <translation>Что говорит строка выбранной блокировки</translation>
    </message>
    <message>
        <source>Sessions of the selected lock</source>
        <translation>Сеансы выбранной блокировки</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Кто кого ждёт</translation>
    </message>
    <message>
        <source>What this schema level allows</source>
        <translation>Что позволяет этот уровень схемы</translation>
    </message>
    <message>
        <source>Details of the selected lock</source>
        <translation>Подробности о выбранной блокировке</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Блокировки БД</translation>
    </message>
    <message>
        <source>What is possible here</source>
        <translation>Что здесь возможно</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Cannot be read. %1</source>
        <translation>Прочитать не удалось. %1</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Нет подключения.</translation>
    </message>
    <message>
        <source>Select a lock to see its details.</source>
        <translation>Выберите блокировку, чтобы увидеть подробности.</translation>
    </message>
    <message>
        <source>No session says that it holds this lock or waits for it. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be told by their names.</source>
        <translation>Нет сеансов, которые сообщают, что удерживают эту блокировку или ждут её. Узлы nest-leader-election и сеансы с собственным application_name по имени распознать нельзя.</translation>
    </message>
    <message>
        <source>The locks cannot be read. %1</source>
        <translation>Прочитать блокировки БД не удалось. %1</translation>
    </message>
    <message>
        <source>Nobody waits, and nobody holds anything up.</source>
        <translation>Никто не ждёт, и никто никого не задерживает.</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Сеансы (%1)</translation>
    </message>
    <message>
        <source>Locks (waits: %1)</source>
        <translation>Блокировки БД (ожиданий: %1)</translation>
    </message>
    <message>
        <source>These are old: %1</source>
        <translation>Эти данные устарели: %1</translation>
    </message>
    <message>
        <source>The locks are old: %1</source>
        <translation>Данные о блокировках БД устарели: %1</translation>
    </message>
    <message>
        <source>Its sessions, who waits for whom, and what can be had here</source>
        <translation>Её сеансы, кто кого ждёт и что здесь доступно</translation>
    </message>
    <message>
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO %1.</source>
        <translation>Скрытое видит член роли pg_monitor: GRANT pg_monitor TO %1.</translation>
    </message>
</context>
<context>
    <name>Elector::ExportDialog</name>
    <message>
        <source>Export leases</source>
        <translation>Экспорт аренд</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) written to %1</source>
        <translation>
            <numerusform>%n блокировка записана в %1</numerusform>
            <numerusform>%n блокировки записаны в %1</numerusform>
            <numerusform>%n блокировок записано в %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Выбор файла: %1</translation>
    </message>
    <message>
        <source>Opens a dialog that lists files</source>
        <translation>Открывает диалог со списком файлов</translation>
    </message>
</context>
<context>
    <name>Elector::FilterField</name>
    <message>
        <source>Fi&amp;lter by</source>
        <translation>&amp;Фильтровать по</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Choose states, or type a regular expression</source>
        <translation>Выбрать состояния или ввести регулярное выражение</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>&amp;Регулярное выражение</translation>
    </message>
    <message>
        <source>&amp;Held</source>
        <translation>&amp;Занятые</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>&amp;Истёкшие</translation>
    </message>
    <message>
        <source>Re&amp;voked</source>
        <translation>&amp;Отозванные</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>&amp;Свободные</translation>
    </message>
    <message>
        <source>&amp;Paused or reserved</source>
        <translation>На &amp;паузе или зарезервированные</translation>
    </message>
    <message>
        <source>&amp;Near misses</source>
        <translation>&amp;На грани</translation>
    </message>
    <message>
        <source>F&amp;lapping</source>
        <translation>Н&amp;естабильные</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Показать &amp;все</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state match this regular expression</source>
        <translation>Показывает блокировки, номер, имя, владелец или состояние которых соответствуют этому регулярному выражению</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>Показывает блокировки, в номере, имени, владельце или состоянии которых есть эти слова</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Только: %1</translation>
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
        <translation>%1, по часам сервера</translation>
    </message>
    <message>
        <source>a local socket, or an address that may not be seen</source>
        <translation>локальный сокет или адрес, который нельзя видеть</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Оператор: %1</translation>
    </message>
    <message>
        <source>Role: %1
Application: %2
From: %3</source>
        <translation>Роль: %1
Приложение: %2
Откуда: %3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>When it happened, by the server&apos;s clock</source>
        <translation>Когда это произошло, по часам сервера</translation>
    </message>
    <message>
        <source>What happened to the lock</source>
        <translation>Что произошло с блокировкой</translation>
    </message>
    <message>
        <source>The term that began, or that ended</source>
        <translation>Эпоха, которая началась или закончилась</translation>
    </message>
    <message>
        <source>Whose term it was</source>
        <translation>Чья это была эпоха</translation>
    </message>
    <message>
        <source>Who did it: the operator if one is named, or else the session</source>
        <translation>Кто это сделал: оператор, если он назван, иначе сеанс</translation>
    </message>
    <message>
        <source>What the operator said</source>
        <translation>Что указал оператор</translation>
    </message>
</context>
<context>
    <name>Elector::HistoryPanel</name>
    <message>
        <source>History of the selected lock</source>
        <translation>История выбранной блокировки</translation>
    </message>
    <message>
        <source>Select a lock to see who led when.</source>
        <translation>Выберите блокировку, чтобы увидеть, кто и когда был лидером.</translation>
    </message>
    <message>
        <source>The history cannot be read. %1</source>
        <translation>Прочитать историю не удалось. %1</translation>
    </message>
    <message>
        <source>A plain table keeps no history. “elector migrate” adds it.</source>
        <translation>Простая таблица не хранит историю. Её добавит «elector migrate».</translation>
    </message>
    <message>
        <source>Reading the history of lock %1…</source>
        <translation>Чтение истории блокировки %1…</translation>
    </message>
    <message>
        <source>Nothing is recorded of lock %1.</source>
        <translation>О блокировке %1 записей нет.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Load older</source>
        <translation>Более ранние</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Показать больший период (−)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>Показать всё (0)</translation>
    </message>
    <message>
        <source>Show more detail (+)</source>
        <translation>Показать подробнее (+)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Save or print the timeline</source>
        <translation>Сохранить или напечатать хронологию</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Сохранить как P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Сохранить как &amp;SVG…</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Сохранить как &amp;PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Пе&amp;чать…</translation>
    </message>
    <message>
        <source>No more than %1 entries are shown.</source>
        <translation>Показывается записей не более %1.</translation>
    </message>
    <message>
        <source>Read the %1 entries before those that are shown</source>
        <translation>Прочитать более ранние записи, чем показанные: %1</translation>
    </message>
    <message>
        <source>%1, database %2</source>
        <translation>%1, база данных %2</translation>
    </message>
    <message>
        <source>There is no history to save.</source>
        <translation>Нет истории для сохранения.</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Изображения (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Рисунки (*.svg)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Документы (*.pdf)</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Сохранение хронологии</translation>
    </message>
    <message>
        <source>The same as a drawing and as a table</source>
        <translation>Одно и то же в виде рисунка и таблицы</translation>
    </message>
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
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
        <translation>никто</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n блокировка</numerusform>
            <numerusform>%n блокировки</numerusform>
            <numerusform>%n блокировок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in trouble</source>
        <translation>
            <numerusform>%n проблемная</numerusform>
            <numerusform>%n проблемные</numerusform>
            <numerusform>%n проблемных</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the soonest expiry</comment>
        <translation>первая: %1</translation>
    </message>
    <message>
        <source>Held, near miss</source>
        <translation>Занята, на грани</translation>
    </message>
    <message>
        <source>Held, flapping</source>
        <translation>Занята, нестабильна</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>at most</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1, incarnation %2</source>
        <translation>%1, инкарнация %2</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3; folded away</source>
        <translation>Владелец %1: %2, %3; свёрнуто</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3</source>
        <translation>Владелец %1: %2, %3</translation>
    </message>
    <message>
        <source>Lock %1: %2</source>
        <translation>Блокировка %1: %2</translation>
    </message>
    <message>
        <source>Lock %1: free</source>
        <translation>Блокировка %1: свободна</translation>
    </message>
    <message>
        <source>Lock %1: %2, holder %3, expires: %4</source>
        <translation>Блокировка %1: %2, владелец %3, аренда: %4</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>Fencing-токен: растёт с каждой сменой владельца.</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>В простой таблице нет эпох; их добавит «elector migrate».</translation>
    </message>
    <message>
        <source>Held since %1</source>
        <translation>Удерживается с %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>С какого времени — неизвестно.</translation>
    </message>
    <message>
        <source>Renewals since the lock was captured</source>
        <translation>Число продлений с момента захвата блокировки</translation>
    </message>
    <message>
        <source>Renewals are counted only on a full table and by nodes that write them.</source>
        <translation>Продления считаются только в полной таблице и только для узлов, которые их записывают.</translation>
    </message>
    <message>
        <source>Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.</source>
        <translation>Сеансы, имена которых говорят, что они ждут эту блокировку. Узлы nest-leader-election не видны.</translation>
    </message>
    <message>
        <source>Not known: sessions of a standby, or of nodes with more locks than their names can list.</source>
        <translation>Неизвестно: сеансы резервного сервера или узлов, у которых блокировок больше, чем помещается в имя.</translation>
    </message>
    <message>
        <source>Paused: nobody takes the lock until it is resumed.</source>
        <translation>Приостановлена: никто не возьмёт блокировку, пока её не возобновят.</translation>
    </message>
    <message>
        <source>Reserved: only %1 may take the lock.</source>
        <translation>Зарезервирована: взять блокировку может только %1.</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>Оператор %1: %2</translation>
    </message>
    <message>
        <source>Its holder has changed three times or more within ten minutes.</source>
        <translation>Её владелец сменился не менее трёх раз за десять минут.</translation>
    </message>
    <message>
        <source>No renewal was seen lately, or the holder does not say how long its lease is.</source>
        <translation>В последнее время продлений не замечено, или владелец не сообщает, какова его аренда.</translation>
    </message>
    <message>
        <source>A near miss: at a renewal of the last quarter of an hour, %1 of %2 were left at most.</source>
        <translation>На грани: при одном из продлений за последние 15 минут оставалось не более %1 из %2.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left at most; not every renewal was seen.</source>
        <translation>При продлении с наименьшим запасом за последние 15 минут оставалось не более %1 из %2; замечены не все продления.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left.</source>
        <translation>При продлении с наименьшим запасом за последние 15 минут оставалось %1 из %2.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Блокировку никто не удерживает.</translation>
    </message>
    <message>
        <source>Leader id: %1</source>
        <translation>Идентификатор лидера: %1</translation>
    </message>
    <message>
        <source>Without an incarnation: a node of the npm package nest-leader-election.</source>
        <translation>Без инкарнации: узел npm-пакета nest-leader-election.</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Опубликовано: %1</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>Аренды нет.</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server&apos;s clock</source>
        <translation>Осталось: %1; вся аренда: %2; по часам сервера</translation>
    </message>
    <message>
        <source>%1 left, by the server&apos;s clock. How long the whole lease is, the holder does not say.</source>
        <translation>Осталось: %1; по часам сервера. Какова вся аренда, владелец не сообщает.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Lock id and name</source>
        <translation>Номер и имя блокировки</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>The instance that leads, and its incarnation</source>
        <translation>Экземпляр-лидер и его инкарнация</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Held, expired, revoked, free, paused or reserved</source>
        <translation>Занята, истекла, отозвана, свободна, приостановлена или зарезервирована</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Fencing token: it grows with each change of holder</source>
        <translation>Fencing-токен: растёт с каждой сменой владельца</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Истекает через</translation>
    </message>
    <message>
        <source>What is left of the lease by the server&apos;s clock</source>
        <translation>Сколько осталось от аренды по часам сервера</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Начало (UTC)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock</source>
        <translation>С какого времени владелец удерживает блокировку</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Продления</translation>
    </message>
    <message>
        <source>How often the holder has renewed the lease</source>
        <translation>Сколько раз владелец продлил аренду</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>How many sessions wait for the lock, by their names</source>
        <translation>Сколько сеансов ждут блокировку, судя по их именам</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Мин. запас</translation>
    </message>
    <message>
        <source>What was left of the lease at the latest of recent renewals</source>
        <translation>Сколько оставалось от аренды при недавнем продлении с наименьшим запасом</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · на паузе</translation>
    </message>
    <message>
        <source>%1 · reserved</source>
        <translation>%1 · зарезервирована</translation>
    </message>
    <message>
        <source>Last renewed %1 ago</source>
        <translation>Последнее продление: %1 назад</translation>
    </message>
    <message>
        <source>paused by %1: %2</source>
        <translation>приостановлена, оператор %1: %2</translation>
    </message>
    <message>
        <source>reserved for %1 (for %2) by %3: %4</source>
        <translation>зарезервирована для %1 (ещё %2), оператор %3: %4</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseExport</name>
    <message>
        <source>%1 cannot be written: %2. A file that was there is as it was.</source>
        <translation>Не удалось записать %1: %2. Прежний файл, если он был, не изменён.</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseFactModel</name>
    <message>
        <source>Lock</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Incarnation</source>
        <translation>Инкарнация</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>A node of the npm package nest-leader-election.</source>
        <translation>Узел npm-пакета nest-leader-election.</translation>
    </message>
    <message>
        <source>Which start of the holder, and which of its captures.</source>
        <translation>Какой по счёту запуск владельца и какой из его захватов.</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder. A plain table has none.</source>
        <translation>Fencing-токен: растёт с каждой сменой владельца. В простой таблице его нет.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Удерживается с</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Истекает</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>By the server&apos;s clock, unless the holder renews it</source>
        <translation>По часам сервера, если владелец не продлит аренду</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Аренда</translation>
    </message>
    <message>
        <source>What the holder asks for with each renewal</source>
        <translation>На какой срок владелец запрашивает аренду при каждом продлении</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Продления</translation>
    </message>
    <message>
        <source>Since the lock was captured. Counted on a full table, by nodes that write them.</source>
        <translation>С момента захвата блокировки. Считаются в полной таблице, если узел их записывает.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>Sessions whose name says that they wait for this lock. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be seen.</source>
        <translation>Сеансы, имя которых говорит, что они ждут эту блокировку. Узлы nest-leader-election и сеансы с собственным application_name не видны.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Продлена</translation>
    </message>
    <message>
        <source>When the lease was last renewed, or captured, by the server&apos;s clock</source>
        <translation>Когда аренда была в последний раз продлена или получена, по часам сервера</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Распоряжение</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Мин. запас</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseMatcher</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Ошибка в регулярном выражении, символ %1: %2.</translation>
    </message>
</context>
<context>
    <name>Elector::LeasePage</name>
    <message>
        <source>Locks: %1</source>
        <translation>Блокировки: %1</translation>
    </message>
    <message>
        <source>Locks: %1 of %2</source>
        <translation>Блокировки: %1 из %2</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>истекло: %1</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>отозвано: %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>свободно: %1</translation>
    </message>
    <message>
        <source>No lock matches “%1”.</source>
        <translation>Нет блокировок, подходящих под «%1».</translation>
    </message>
    <message>
        <source>No leases in schema %1: nobody has taken a lock yet.</source>
        <translation>В схеме %1 нет аренд: блокировок ещё никто не брал.</translation>
    </message>
    <message>
        <source>The rows are as they were %1 ago.</source>
        <translation>Строки показаны такими, какими были %1 назад.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Подключиться…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Пауза.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting. %1</source>
        <translation>Связь потеряна, переподключение. %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Trying again by itself.</source>
        <translation>Попытки продолжаются автоматически.</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>на паузе: %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>зарезервировано: %1</translation>
    </message>
    <message>
        <source>near misses: %1</source>
        <translation>на грани: %1</translation>
    </message>
    <message>
        <source>flapping: %1</source>
        <translation>нестабильно: %1</translation>
    </message>
    <message>
        <source>No lock is in the states that were chosen.</source>
        <translation>Нет блокировок в выбранных состояниях.</translation>
    </message>
    <message>
        <source>Not all locks are shown: only the first %1 by id.</source>
        <translation>Показаны не все блокировки: только первые %1 по идентификатору.</translation>
    </message>
    <message>
        <source>Delete locks that nobody uses any more from leader_lease_lock, or give each application a schema of its own.</source>
        <translation>Удалите из leader_lease_lock блокировки, которыми больше никто не пользуется, или выделите каждому приложению отдельную схему.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>выбрано: %1</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseText</name>
    <message>
        <source>0 s</source>
        <translation>0 с</translation>
    </message>
    <message>
        <source>&lt;0.1 s</source>
        <translation>&lt;0,1 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>%1 y %2 d</source>
        <translation>%1 г %2 д</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>истекла</translation>
    </message>
    <message>
        <source>never</source>
        <translation>бессрочно</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Занята</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекла</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Отозвана</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободна</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>A node holds the lock and its lease has not run out.</source>
        <translation>Узел удерживает блокировку, и его аренда не истекла.</translation>
    </message>
    <message>
        <source>The lease ran out: nobody leads, and the next node that bids gets the lock.</source>
        <translation>Аренда истекла: лидера нет, блокировку получит следующий узел, который её запросит.</translation>
    </message>
    <message>
        <source>An operator took the lock back. It is free when the holder has let go, or when the lease runs out.</source>
        <translation>Оператор отозвал блокировку. Она освободится, когда владелец её отпустит или когда истечёт аренда.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Блокировку никто не удерживает.</translation>
    </message>
    <message>
        <source>This state is not known to this version.</source>
        <translation>Это состояние неизвестно этой версии.</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>через %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <translation>%1 (%2 UTC)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lock id and name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Захвачена</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Освобождена</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Отпущена после отзыва</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Владелец вытеснен</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Перехвачена</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Таблица очищена</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Таблица обновлена</translation>
    </message>
    <message>
        <source>Lock paused</source>
        <translation>Блокировка приостановлена</translation>
    </message>
    <message>
        <source>Lock resumed</source>
        <translation>Блокировка возобновлена</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>Зарезервирована для</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Переименована</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Зарезервирована</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>никогда, так как эта аренда бессрочна</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>by %1, in %2</source>
        <translation>%1, через %2</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseView</name>
    <message>
        <source>Leases</source>
        <translation>Аренды</translation>
    </message>
    <message>
        <source>One row for each lock: holder, state, term and what is left of the lease</source>
        <translation>По строке на каждую блокировку: владелец, состояние, эпоха и остаток аренды</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseWatch</name>
    <message>
        <source>%1, schema %2</source>
        <translation>%1, схема %2</translation>
    </message>
</context>
<context>
    <name>Elector::LockEntryModel</name>
    <message>
        <source>a prepared transaction</source>
        <translation>подготовленная транзакция</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Gate of this lock</source>
        <translation>Шлюз этой блокировки</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <comment>a table</comment>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Таблица %1</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>Транзакция %1</translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>удерживает</translation>
    </message>
    <message>
        <source>waits, %1</source>
        <translation>ждёт, %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>process and application</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between sessions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>session, its state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>An advisory lock that a bidder takes for a moment. Whoever keeps it makes all others wait for a whole lease before they bid without it.</source>
        <translation>Рекомендательная блокировка, которую претендент берёт на мгновение. Кто её не отпускает, заставляет всех остальных ждать целую аренду, прежде чем претендовать без неё.</translation>
    </message>
    <message>
        <source>In line for a row. Which one, the server does not always say: it may be another lock&apos;s.</source>
        <translation>Очередь за строкой. За какой именно, сервер сообщает не всегда: возможно, за строкой другой блокировки.</translation>
    </message>
    <message>
        <source>The table as a whole, as everybody who writes or locks rows there holds it until the end of the transaction.</source>
        <translation>Таблица в целом: так её до конца транзакции держит каждый, кто пишет или блокирует в ней строки.</translation>
    </message>
    <message>
        <source>Waits until another transaction ends, most often for a row that this one has locked.</source>
        <translation>Ждёт окончания другой транзакции, чаще всего из-за строки, которую та заблокировала.</translation>
    </message>
    <message>
        <source>Something outside of the tables of leases: %1</source>
        <translation>Нечто вне таблиц аренды: %1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сеанс</translation>
    </message>
    <message>
        <source>Lock of the database</source>
        <translation>Блокировка БД</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>Процесс сервера для этого сеанса</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Как называет себя сеанс</translation>
    </message>
    <message>
        <source>What the session has locked, or wants to lock</source>
        <translation>Что сеанс заблокировал или хочет заблокировать</translation>
    </message>
    <message>
        <source>How it is locked, in PostgreSQL&apos;s words</source>
        <translation>Как заблокировано, словами PostgreSQL</translation>
    </message>
    <message>
        <source>Whether the session holds it, or for how long it waits</source>
        <translation>Держит ли его сеанс или как долго ждёт</translation>
    </message>
    <message>
        <source>The sessions that stand in its way</source>
        <translation>Сеансы, которые ему мешают</translation>
    </message>
</context>
<context>
    <name>Elector::LockSessionModel</name>
    <message>
        <source>%1 for %2</source>
        <comment>state of a session, duration</comment>
        <translation>%1, уже %2</translation>
    </message>
    <message>
        <source>%1, waits for %2: %3</source>
        <comment>state of a session, kind of event, event</comment>
        <translation>%1, ждёт %2: %3</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыто</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лидер</translation>
    </message>
    <message>
        <source>May lead</source>
        <translation>Возможно, лидер</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>May wait</source>
        <translation>Возможно, ждёт</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочее</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>локальный сокет</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>address and port</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>The role that this window connects as may not see this. A member of pg_monitor or pg_read_all_stats may.</source>
        <translation>Роли, под которой подключено это окно, видеть это нельзя. Участнику pg_monitor или pg_read_all_stats можно.</translation>
    </message>
    <message>
        <source>The holder&apos;s session, going by its name.</source>
        <translation>Сеанс владельца, судя по имени.</translation>
    </message>
    <message>
        <source>Several sessions bear the holder&apos;s name: one of them leads, the others wait.</source>
        <translation>Имя владельца носят несколько сеансов: один из них — лидер, остальные ждут.</translation>
    </message>
    <message>
        <source>Waits for the lock, going by its name.</source>
        <translation>Ждёт блокировку, судя по имени.</translation>
    </message>
    <message>
        <source>Serves more locks than its name can list; this lock may be among them.</source>
        <translation>Обслуживает больше блокировок, чем помещается в имя; эта может быть среди них.</translation>
    </message>
    <message>
        <source>No elector for this lock, but it holds or waits for something that electors need.</source>
        <translation>Не участвует в выборах по этой блокировке, но удерживает или ждёт то, что нужно их участникам.</translation>
    </message>
    <message>
        <source>The server&apos;s process; pg_terminate_backend() takes this number.</source>
        <translation>Процесс сервера; этот номер принимает pg_terminate_backend().</translation>
    </message>
    <message>
        <source>application_name: %1
Role: %2</source>
        <translation>application_name: %1
Роль: %2</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>Подключён с %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>С какого времени — неизвестно.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Экземпляр</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What the session has to do with the lock, going by its name</source>
        <translation>Как сеанс связан с блокировкой, судя по имени</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>Процесс сервера для этого сеанса</translation>
    </message>
    <message>
        <source>The elector that the session belongs to</source>
        <translation>Электор, которому принадлежит сеанс</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Как называет себя сеанс</translation>
    </message>
    <message>
        <source>Where the session comes from</source>
        <translation>Откуда открыт сеанс</translation>
    </message>
    <message>
        <source>Since when the session is connected</source>
        <translation>С какого времени сеанс подключён</translation>
    </message>
    <message>
        <source>What the session does now, and what it waits for</source>
        <translation>Что сеанс делает сейчас и чего ждёт</translation>
    </message>
</context>
<context>
    <name>Elector::MainWindow</name>
    <message>
        <source>Watched schemas</source>
        <translation>Наблюдаемые схемы</translation>
    </message>
    <message>
        <source>%1 – Elector Monitor</source>
        <translation>%1 — Elector Monitor</translation>
    </message>
    <message>
        <source>History of lock %1</source>
        <translation>История блокировки %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Подключиться…</translation>
    </message>
    <message>
        <source>C&amp;lose page</source>
        <translation>&amp;Закрыть вкладку</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Следу&amp;ющая вкладка</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>Stop reading, so that the rows stand still</source>
        <translation>Прекратить чтение, чтобы строки не менялись</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>Read the rows now</source>
        <translation>Прочитать строки сейчас</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>&amp;Освободить…</translation>
    </message>
    <message>
        <source>&amp;Pause lock…</source>
        <translation>&amp;Приостановить блокировку…</translation>
    </message>
    <message>
        <source>Res&amp;ume lock…</source>
        <translation>&amp;Возобновить блокировку…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>Пере&amp;дать…</translation>
    </message>
    <message>
        <source>&amp;Name lock…</source>
        <translation>&amp;Назвать блокировку…</translation>
    </message>
    <message>
        <source>&amp;Export leases…</source>
        <translation>&amp;Экспорт аренд…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Фильтр</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Клавиатура</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Watches leader leases on PostgreSQL and takes them back safely.
MIT licence.</source>
        <translation>Наблюдает за арендами лидерства в PostgreSQL и безопасно их отзывает.
Лицензия MIT.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Блокировка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Интервал</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Время</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Местное время</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;How long ago</source>
        <translation>&amp;Сколько прошло</translation>
    </message>
    <message>
        <source>Say in the system&apos;s tray when a lock has lost its leader</source>
        <translation>Сообщать в системном трее, когда блокировка лишилась лидера</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ис&amp;тория</translation>
    </message>
    <message>
        <source>Take the selected lock back from its holder</source>
        <translation>Забрать выбранную блокировку у владельца</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Сейчас нельзя: %1</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>Она уже приостановлена.</translation>
    </message>
    <message>
        <source>Revoke the holder, and let nobody take the lock until it is resumed</source>
        <translation>Отозвать блокировку у владельца и никому её не давать, пока её не возобновят</translation>
    </message>
    <message>
        <source>It is neither paused nor reserved.</source>
        <translation>Она не приостановлена и не зарезервирована.</translation>
    </message>
    <message>
        <source>Let every candidate take the lock again</source>
        <translation>Снова позволить брать блокировку любому кандидату</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Блокировку никто не удерживает.</translation>
    </message>
    <message>
        <source>Let one instance take the lock from its holder</source>
        <translation>Позволить одному экземпляру взять блокировку у владельца</translation>
    </message>
    <message>
        <source>Give the lock a name, for everybody</source>
        <translation>Дать блокировке имя, видимое всем</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>Язык изменится после перезапуска монитора.</translation>
    </message>
    <message>
        <source>&amp;Group by holder</source>
        <translation>&amp;Группировать по владельцам</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>&amp;Столбцы</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>&amp;Значок в трее</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Evict the holder, if it is dead and will not let go</source>
        <translation>Вытеснить владельца, если он больше не работает и не отпустит блокировку</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>Со&amp;ртировать по</translation>
    </message>
    <message>
        <source>There is only one page.</source>
        <translation>Открыта только одна вкладка.</translation>
    </message>
    <message>
        <source>Watch this schema no more</source>
        <translation>Больше не наблюдать за этой схемой</translation>
    </message>
    <message>
        <source>Show the next schema</source>
        <translation>Показать следующую схему</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Сначала выберите блокировку.</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>&amp;Копировать строки</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers (Ctrl+C in the table)</source>
        <translation>Скопировать выбранные строки с заголовками (Ctrl+C в таблице)</translation>
    </message>
    <message>
        <source>One page for each schema that is watched</source>
        <translation>По странице на каждую наблюдаемую схему</translation>
    </message>
    <message>
        <source>Who leads, for how long, and who waits</source>
        <translation>Кто лидер, на какое время и кто ожидает</translation>
    </message>
    <message>
        <source>There is no system tray on this desktop now; the icon appears once there is one.</source>
        <translation>Сейчас на этом рабочем столе нет системного трея; значок появится, когда трей будет.</translation>
    </message>
</context>
<context>
    <name>Elector::MonitorOptions</name>
    <message>
        <source>A window on the leases in a PostgreSQL database: who leads, for how long, and a safe way to take a lock back.</source>
        <translation>Окно для наблюдения за арендами в базе данных PostgreSQL: кто лидер, на какой срок, и безопасный способ забрать блокировку.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Показать версию.</translation>
    </message>
    <message>
        <source>Where to connect: postgresql://user@host/database or &quot;host=… dbname=…&quot;. Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>Куда подключаться: postgresql://user@host/database или &quot;host=… dbname=…&quot;. Без этого параметра решают ELECTOR_DSN или переменные окружения PG….</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>How often rows are read, such as 500ms, 2s or 1min (default: as last time, or 1s).</source>
        <translation>Как часто читать строки, например 500ms, 2s или 1min (по умолчанию как в прошлый раз или 1s).</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>длительность</translation>
    </message>
    <message>
        <source>Only watch: nothing can be released.</source>
        <translation>Только наблюдение: ничего нельзя освободить.</translation>
    </message>
    <message>
        <source>system, light or dark (default: system).</source>
        <translation>system, light или dark (по умолчанию system).</translation>
    </message>
    <message>
        <source>look</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option. An address is given with --dsn.</source>
        <translation>«%1» — не параметр. Адрес задаётся через --dsn.</translation>
    </message>
    <message>
        <source>--interval %1 is not a duration: %2.</source>
        <translation>--interval %1 — не длительность: %2.</translation>
    </message>
    <message>
        <source>--interval %1 is out of range: 100ms to 60min.</source>
        <translation>--interval %1 вне допустимых пределов: от 100ms до 60min.</translation>
    </message>
    <message>
        <source>--appearance %1 is not known: system, light or dark.</source>
        <translation>--appearance %1 неизвестно: system, light или dark.</translation>
    </message>
    <message>
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system&apos;s).</source>
        <translation>Язык окна: en, de, es, ru или zh_CN (по умолчанию как выбрано в окне или как в системе).</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>--language %1 is not known: en, de, es, ru or zh_CN.</source>
        <translation>--language %1 неизвестно: en, de, es, ru или zh_CN.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>No service file has a service “%1”. Known are: %2.</source>
        <translation>Ни в одном файле служб нет службы «%1». Известны: %2.</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known are: %2.</source>
        <translation>Профиля «%1» нет. Известны: %2.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --dsn and --service.</source>
        <translation>--profile полностью задаёт подключение: уберите --dsn и --service.</translation>
    </message>
    <message>
        <source>--dsn and --service exclude each other: use --service alone, or write service=%1 into the address.</source>
        <translation>--dsn и --service исключают друг друга: используйте только --service или укажите service=%1 в адресе.</translation>
    </message>
    <message>
        <source>a password on the command line stays in the shell&apos;s history; better are .pgpass, or a profile with --profile.</source>
        <translation>пароль из командной строки остаётся в истории оболочки; лучше .pgpass или профиль с --profile.</translation>
    </message>
    <message>
        <source>Connect to a service of libpq&apos;s service file instead.</source>
        <translation>Подключиться вместо этого к службе из файла служб libpq.</translation>
    </message>
    <message>
        <source>Schema of leader_lease; may be repeated (default: that of the profile, or public).</source>
        <translation>Схема таблицы leader_lease; можно указать несколько раз (по умолчанию схема профиля или public).</translation>
    </message>
    <message>
        <source>Connect as saved under this name in the window instead; may be repeated, for several databases at once.</source>
        <translation>Подключиться так, как сохранено под этим именем в окне; можно повторять, для нескольких баз данных сразу.</translation>
    </message>
    <message>
        <source>--schema is for one connection: with several profiles, each has its own schemas.</source>
        <translation>--schema относится к одному подключению: если профилей несколько, у каждого свои схемы.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --pooling.</source>
        <translation>--profile говорит о соединении всё: уберите --pooling.</translation>
    </message>
    <message>
        <source>The pooling “%1” is not known: session or transaction.</source>
        <translation>Пулинг «%1» неизвестен: session или transaction.</translation>
    </message>
    <message>
        <source>session, or transaction for a pooler that lends sessions (default: ELECTOR_POOLING, or session).</source>
        <translation>session, или transaction для пулера, который одалживает сеансы (по умолчанию: ELECTOR_POOLING или session).</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>Приостановить блокировку %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume lock %1</source>
        <translation>Возобновить блокировку %1</translation>
    </message>
    <message>
        <source>Ends the pause or the reservation: every candidate may take the lock again.</source>
        <translation>Снимает паузу или резервирование: любой кандидат снова может взять блокировку.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Возобновить</translation>
    </message>
    <message>
        <source>Hand over lock %1</source>
        <translation>Передать блокировку %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>To instance</source>
        <translation>Экземпляру</translation>
    </message>
    <message>
        <source>Name lock %1</source>
        <translation>Назвать блокировку %1</translation>
    </message>
    <message>
        <source>The name is kept in the database, for everybody. Leave it empty to take it away.</source>
        <translation>Имя хранится в базе данных и видно всем. Чтобы убрать имя, оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлена</translation>
    </message>
    <message>
        <source>reserved for %1</source>
        <translation>зарезервирована для %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Распоряжение</translation>
    </message>
    <message>
        <source>%1, by %2: %3</source>
        <translation>%1, оператор %2: %3</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Причина (необязательно)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Строки неактуальны: дождитесь восстановления связи.</translation>
    </message>
    <message>
        <source>Name the instance that shall lead.</source>
        <translation>Укажите экземпляр, который должен стать лидером.</translation>
    </message>
    <message>
        <source>Give a reason: it is recorded with your name.</source>
        <translation>Укажите причину: она записывается вместе с вашим именем.</translation>
    </message>
    <message>
        <source>Sent; waiting for the database…</source>
        <translation>Отправлено; ожидание базы данных…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nothing was done: another holder or term has the lock by now. Look again.</source>
        <translation>Ничего не сделано: у блокировки уже другой владелец или другая эпоха. Проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: look at the lock before you try again.</source>
        <translation>Связь прервалась до получения ответа: прежде чем повторять, проверьте блокировку.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>Ничего не сделано. %1</translation>
    </message>
    <message>
        <source>The lock is paused.</source>
        <translation>Блокировка приостановлена.</translation>
    </message>
    <message>
        <source>The lock is free for every candidate again.</source>
        <translation>Блокировка снова доступна любому кандидату.</translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation>Имя сохранено.</translation>
    </message>
    <message>
        <source>Now led by %1.</source>
        <translation>Теперь лидер — %1.</translation>
    </message>
    <message>
        <source>The lock is paused; its holder has let go.</source>
        <translation>Блокировка приостановлена; владелец её отпустил.</translation>
    </message>
    <message>
        <source>an instance that waits, or another</source>
        <translation>ожидающий экземпляр или другой</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Its holder is revoked: it steps down at its next renewal, %1 at the latest, and its work comes to its end.</source>
        <translation>Никто не возьмёт блокировку, пока её не возобновят. У владельца она отзывается: он складывает полномочия при следующем продлении (крайний срок: %1), и его работа завершается.</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it.</source>
        <translation>Никто не возьмёт блокировку, пока её не возобновят.</translation>
    </message>
    <message>
        <source>The holder is revoked and lets go, %1 at the latest. Only the instance that you name may take the lock: until it has, or until the reservation ends, %2. If no such instance waits, nobody leads until then.</source>
        <translation>У владельца блокировка отзывается, и он её отпускает (крайний срок: %1). Взять её может только указанный экземпляр: пока он её не возьмёт или пока не закончится резервирование (%2). Если такой экземпляр не ждёт, до этого времени лидера не будет.</translation>
    </message>
    <message>
        <source>Somebody else has named the lock meanwhile. Close, and look again.</source>
        <translation>Тем временем кто-то другой дал блокировке имя. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The lock is neither paused nor reserved any more. Close, and look again.</source>
        <translation>Блокировка больше не приостановлена и не зарезервирована. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>Somebody else has given another order meanwhile. Close, and look again.</source>
        <translation>Тем временем кто-то другой отдал другое распоряжение. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: it is no longer held as you see here. Close, and look again.</source>
        <translation>Состояние блокировки тем временем изменилось: её удерживают уже не так, как показано здесь. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The holder has been revoked meanwhile. Close, and look again.</source>
        <translation>Тем временем блокировка была отозвана у владельца. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The lock is reserved.</source>
        <translation>Блокировка зарезервирована.</translation>
    </message>
    <message>
        <source>%1 Waiting for the holder to let go, %2 at the latest…</source>
        <translation>%1 Ожидание, пока владелец отпустит блокировку, крайний срок: %2…</translation>
    </message>
    <message>
        <source>%1 Waiting for the instance to take it…</source>
        <translation>%1 Ожидание, пока экземпляр её возьмёт…</translation>
    </message>
    <message>
        <source>The reservation has ended: every candidate may take the lock.</source>
        <translation>Резервирование закончилось: взять блокировку может любой кандидат.</translation>
    </message>
    <message>
        <source>Kept in the history, with your name</source>
        <translation>Сохраняется в истории с вашим именем</translation>
    </message>
    <message>
        <source>%1 holds the lock already: name another instance.</source>
        <translation>%1 уже владеет блокировкой: укажите другой экземпляр.</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewDock</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Overview of all that is watched</source>
        <translation>Обзор всего, что наблюдается</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>О&amp;бзор</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewModel</name>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>lost %1 ago</source>
        <translation>нет связи %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>подключение</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>live</source>
        <translation>актуально</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>неактуально</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Server, database and schema</source>
        <translation>Сервер, база данных и схема</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Whether the numbers are what the database says now</source>
        <translation>Соответствуют ли числа тому, что сейчас в базе данных</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Блокировки</translation>
    </message>
    <message>
        <source>How many locks are known</source>
        <translation>Сколько блокировок известно</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Без лидера</translation>
    </message>
    <message>
        <source>Locks that nobody leads, without those that are paused</source>
        <translation>Блокировки без лидера, не считая приостановленных</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекли</translation>
    </message>
    <message>
        <source>Leases that ran out, and that nobody has taken over</source>
        <translation>Аренды, которые истекли и которые никто не перенял</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>На грани</translation>
    </message>
    <message>
        <source>Locks whose holder renewed only just in time, within the last 15 minutes</source>
        <translation>Блокировки, владелец которых продлил аренду в последний момент, за последние 15 минут</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Нестабильны</translation>
    </message>
    <message>
        <source>Locks that changed hands three times or more within ten minutes</source>
        <translation>Блокировки, сменившие владельца не менее трёх раз за десять минут</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Locks that an operator has paused</source>
        <translation>Блокировки, приостановленные оператором</translation>
    </message>
    <message numerus="yes">
        <source>All %n schema(s)</source>
        <translation>
            <numerusform>Всего: %n схема</numerusform>
            <numerusform>Всего: %n схемы</numerusform>
            <numerusform>Всего: %n схем</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>актуально: %1 из %2</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>Пароль для %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>empty, if the server wants none</source>
        <translation>пусто, если сервер его не требует</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Под&amp;ключиться</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordVault</name>
    <message>
        <source>No keyring here: the password is asked for each time.</source>
        <translation>Связки ключей здесь нет: пароль запрашивается каждый раз.</translation>
    </message>
    <message>
        <source>The keyring gave no access: the password is asked for this time.</source>
        <translation>Связка ключей не дала доступа: на этот раз пароль запрашивается.</translation>
    </message>
    <message>
        <source>The keyring failed (%1): the password is asked for this time.</source>
        <translation>Сбой связки ключей (%1): на этот раз пароль запрашивается.</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStore</name>
    <message>
        <source>The settings file %1 is damaged; what can be read of it is used.</source>
        <translation>Файл настроек %1 повреждён; используется то, что удалось прочитать.</translation>
    </message>
    <message>
        <source>The profile “%1” in the settings is skipped. %2</source>
        <translation>Профиль «%1» из настроек пропущен. %2</translation>
    </message>
    <message>
        <source>Its colour is not known.</source>
        <translation>Его цвет неизвестен.</translation>
    </message>
    <message>
        <source>Where its password comes from is not known.</source>
        <translation>Неизвестно, откуда берётся его пароль.</translation>
    </message>
    <message>
        <source>Whether it is read-only is not known.</source>
        <translation>Неизвестно, предназначен ли он только для чтения.</translation>
    </message>
    <message>
        <source>It has a password in it, which does not belong there: remove it from the file.</source>
        <translation>В нём есть пароль, которому там не место: удалите его из файла.</translation>
    </message>
    <message>
        <source>Another profile has this name: choose a different one.</source>
        <translation>Это имя уже есть у другого профиля: выберите другое.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>Не удалось записать файл настроек %1.</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStrip</name>
    <message>
        <source>%1: %2</source>
        <comment>colour of a profile, its name</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Elector::ReleaseDialog</name>
    <message>
        <source>Release lock %1</source>
        <translation>Освободить блокировку %1</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>none (plain table)</source>
        <translation>нет (простая таблица)</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Истекает через</translation>
    </message>
    <message>
        <source>&amp;Revoke: the holder lets go first</source>
        <translation>&amp;Отозвать: сначала владелец отпустит блокировку</translation>
    </message>
    <message>
        <source>&amp;Evict: take the row away at once (dangerous)</source>
        <translation>&amp;Вытеснить: удалить строку немедленно (опасно)</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Для подтверждения введите %1:</translation>
    </message>
    <message>
        <source>Name of the lock, to confirm the eviction</source>
        <translation>Имя блокировки для подтверждения вытеснения</translation>
    </message>
    <message>
        <source>Rea&amp;son, kept in the history:</source>
        <translation>&amp;Причина, сохраняется в истории:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>for example: node hangs since the deploy of 14:00</source>
        <translation>например: узел завис после развёртывания в 14:00</translation>
    </message>
    <message>
        <source>Rea&amp;son (a plain table does not keep it):</source>
        <translation>&amp;Причина (простая таблица её не хранит):</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Блокировка %1</translation>
    </message>
    <message>
        <source>The window watches another server now.</source>
        <translation>Теперь окно наблюдает за другим сервером.</translation>
    </message>
    <message>
        <source>The connection is broken: nothing can be released until it is back.</source>
        <translation>Связь прервана: до её восстановления ничего нельзя освободить.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: this holder and term no longer hold it. Close, and look again.</source>
        <translation>Состояние блокировки тем временем изменилось: этот владелец с этой эпохой её больше не удерживает. Закройте окно и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>Type the lock&apos;s name or id to confirm the eviction.</source>
        <translation>Для подтверждения вытеснения введите имя или номер блокировки.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Укажите причину.</translation>
    </message>
    <message>
        <source>The holder is told to stop and steps down, at once if it listens, otherwise at its next renewal. Nobody else can lead before it has let go or its lease has run out (%1).</source>
        <translation>Владелец получает указание остановиться и складывает полномочия: сразу, если слушает уведомления, иначе при следующем продлении. Никто другой не может стать лидером, пока владелец не отпустит блокировку или пока не истечёт его аренда (%1).</translation>
    </message>
    <message>
        <source>This holder is a node of the npm package nest-leader-election: it notices only at its next completed renewal, which can be later than that.</source>
        <translation>Этот владелец — узел npm-пакета nest-leader-election: он заметит отзыв только при следующем завершённом продлении, а оно может произойти и позже.</translation>
    </message>
    <message>
        <source>Another node can lead within milliseconds, while the old holder may act as leader until its lease has run out (%1). Only for a holder that is known to be dead.</source>
        <translation>Другой узел может стать лидером за миллисекунды, а прежний владелец может действовать как лидер, пока не истечёт его аренда (%1). Только для владельца, о котором точно известно, что он больше не работает.</translation>
    </message>
    <message>
        <source>moved on</source>
        <translation>изменилось</translation>
    </message>
    <message>
        <source>Evict</source>
        <translation>Вытеснить</translation>
    </message>
    <message>
        <source>Recorded as %1, role %2.</source>
        <translation>Записывается от имени %1, роль %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Asking the database to evict the holder…</source>
        <translation>Запрос к базе данных на вытеснение владельца…</translation>
    </message>
    <message>
        <source>Asking the database to revoke the lease…</source>
        <translation>Запрос к базе данных на отзыв аренды…</translation>
    </message>
    <message>
        <source>Evicted. The old holder&apos;s lease is over.</source>
        <translation>Владелец вытеснен. Его аренда закончилась.</translation>
    </message>
    <message>
        <source>Revoked. The old holder&apos;s lease is over.</source>
        <translation>Блокировка отозвана. Аренда прежнего владельца закончилась.</translation>
    </message>
    <message>
        <source>Refused, nothing was done: the lock has moved on. Holder or term are no longer those that you saw.</source>
        <translation>Отказано, ничего не сделано: состояние блокировки изменилось. Владелец или эпоха уже не те, что были показаны.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>Ничего не сделано. %1</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: the next rows will show whether it was done.</source>
        <translation>Связь прервалась до получения ответа: выполнен ли запрос, покажут следующие строки.</translation>
    </message>
    <message>
        <source>The connection is broken: what happens now cannot be seen.</source>
        <translation>Связь прервана: что происходит сейчас, не видно.</translation>
    </message>
    <message>
        <source>The lock is free.</source>
        <translation>Блокировка свободна.</translation>
    </message>
    <message>
        <source>Waiting for the next leader…</source>
        <translation>Ожидание следующего лидера…</translation>
    </message>
    <message>
        <source>The old holder is still in the row…</source>
        <translation>Прежний владелец всё ещё указан в строке…</translation>
    </message>
    <message>
        <source>Waiting for the old holder to let go, %1 at the latest…</source>
        <translation>Ожидание, пока прежний владелец отпустит блокировку, крайний срок: %1…</translation>
    </message>
    <message>
        <source>%1 leads again, with term %2.</source>
        <translation>Лидер снова — %1, эпоха %2.</translation>
    </message>
    <message>
        <source>%1 leads, with term %2.</source>
        <translation>Теперь лидер — %1, эпоха %2.</translation>
    </message>
    <message>
        <source>%1 leads again.</source>
        <translation>Лидер снова — %1.</translation>
    </message>
    <message>
        <source>%1 leads.</source>
        <translation>Теперь лидер — %1.</translation>
    </message>
    <message>
        <source>It is revoked already: wait until the holder lets go, or choose to evict it.</source>
        <translation>Она уже отозвана: подождите, пока владелец её отпустит, или выберите вытеснение.</translation>
    </message>
    <message>
        <source>Already revoked: the lock is free when the holder has let go or its lease has run out (%1). Wait, or evict the holder.</source>
        <translation>Уже отозвана: блокировка освободится, когда владелец её отпустит или истечёт его аренда (%1). Подождите или вытесните владельца.</translation>
    </message>
    <message>
        <source>Already revoked by %1: the lock is free when the holder has let go or its lease has run out (%2). Wait, or evict the holder.</source>
        <translation>Уже отозвал(а) %1: блокировка освободится, когда владелец её отпустит или истечёт его аренда (%2). Подождите или вытесните владельца.</translation>
    </message>
    <message>
        <source>Evicted. The old holder may still act as leader until its lease is over: %1.</source>
        <translation>Владелец вытеснен. Он может действовать как лидер, пока не истечёт его аренда: %1.</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, %1 at the latest.</source>
        <translation>Блокировка отозвана. Владелец отпустит её, крайний срок: %1.</translation>
    </message>
    <message>
        <source>Takes a lock from its holder: the safe way, or the dangerous one</source>
        <translation>Забирает блокировку у владельца: безопасным или опасным способом</translation>
    </message>
    <message>
        <source>Then only %1 can lead: the lock is reserved for it.</source>
        <translation>Затем лидером может стать только %1: блокировка зарезервирована для него.</translation>
    </message>
    <message numerus="yes">
        <source>Then one of the %n session(s) that wait can lead.</source>
        <translation>
            <numerusform>Затем лидером может стать один из ожидающих сеансов (сейчас ждёт %n сеанс).</numerusform>
            <numerusform>Затем лидером может стать один из ожидающих сеансов (сейчас ждут %n сеанса).</numerusform>
            <numerusform>Затем лидером может стать один из ожидающих сеансов (сейчас ждут %n сеансов).</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is known to wait: nobody may lead then until one comes.</source>
        <translation>Неизвестно, чтобы какой-либо сеанс ждал: затем лидера может не быть, пока кто-нибудь не появится.</translation>
    </message>
    <message>
        <source>It is paused: nobody takes it until it is resumed.</source>
        <translation>Она приостановлена: никто не возьмёт её, пока её не возобновят.</translation>
    </message>
    <message>
        <source>It is reserved for %1: waiting for that instance to take it…</source>
        <translation>Она зарезервирована для %1: ожидание, пока этот экземпляр возьмёт её…</translation>
    </message>
    <message>
        <source>No session is known to wait for it. Waiting for the next leader…</source>
        <translation>Неизвестно, чтобы какой-либо сеанс ждал её. Ожидание следующего лидера…</translation>
    </message>
</context>
<context>
    <name>Elector::ReleasePermission</name>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>The window was started with --read-only: it only watches.</source>
        <translation>Окно запущено с --read-only: оно только наблюдает.</translation>
    </message>
    <message>
        <source>may not release</source>
        <translation>освобождать нельзя</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary to release a lock.</source>
        <translation>Это резервный сервер: чтобы освободить блокировку, подключитесь к основному.</translation>
    </message>
    <message>
        <source>Role %1 may only read: releasing needs the privileges UPDATE and DELETE on %2.leader_lease.</source>
        <translation>Роль %1 может только читать: для освобождения нужны права UPDATE и DELETE на %2.leader_lease.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first, so that you release what you see.</source>
        <translation>Наблюдение приостановлено: сначала продолжите его, чтобы освободить именно то, что видите.</translation>
    </message>
    <message>
        <source>The rows are not current: a lock can be released once the connection is back.</source>
        <translation>Строки неактуальны: освободить блокировку можно будет после восстановления связи.</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Сначала выберите блокировку.</translation>
    </message>
    <message>
        <source>Nobody holds lock %1.</source>
        <translation>Блокировку %1 никто не удерживает.</translation>
    </message>
    <message>
        <source>The lease of lock %1 has expired: whoever bids next gets it.</source>
        <translation>Аренда блокировки %1 истекла: её получит следующий, кто её запросит.</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Строки неактуальны: дождитесь восстановления связи.</translation>
    </message>
    <message>
        <source>A plain table has no room for it; “elector migrate” makes it full.</source>
        <translation>В простой таблице для этого нет места; «elector migrate» сделает её полной.</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary.</source>
        <translation>Это резервный сервер: подключитесь к основному.</translation>
    </message>
    <message>
        <source>Role %1 may only read: it needs EXECUTE on the functions %2.leader_lease_order and %2.leader_lease_rename.</source>
        <translation>Роль %1 может только читать: ей нужно право EXECUTE на функции %2.leader_lease_order и %2.leader_lease_rename.</translation>
    </message>
    <message>
        <source>This connection was made read-only: the window only watches it.</source>
        <translation>Это соединение создано только для чтения: окно лишь наблюдает.</translation>
    </message>
    <message>
        <source>The profile %1 is read-only: the window only watches.</source>
        <translation>Профиль %1 только для чтения: окно лишь наблюдает.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first.</source>
        <translation>Наблюдение приостановлено: сначала продолжите его.</translation>
    </message>
    <message>
        <source>Several rows are selected: select only the lock that you mean.</source>
        <translation>Выбрано несколько строк: выберите только ту блокировку, о которой идёт речь.</translation>
    </message>
</context>
<context>
    <name>Elector::SafeTls</name>
    <message>
        <source>%1 applies, as chosen here.</source>
        <translation>%1, как выбрано здесь.</translation>
    </message>
    <message>
        <source>%1 applies: the service file says so.</source>
        <translation>%1, как указано в файле служб.</translation>
    </message>
    <message>
        <source>%1 applies: the variable PGSSLMODE says so.</source>
        <translation>%1, как указано в переменной PGSSLMODE.</translation>
    </message>
    <message>
        <source>%1 applies, because the server may be another machine.</source>
        <translation>%1, так как сервером может быть другой компьютер.</translation>
    </message>
    <message>
        <source>%1 applies, because %2 is another machine.</source>
        <translation>%1, так как %2 — другой компьютер.</translation>
    </message>
    <message>
        <source>libpq decides (prefer), because the server is on this machine.</source>
        <translation>libpq решает сама (prefer), так как сервер на этом компьютере.</translation>
    </message>
    <message>
        <source>verify-full for another machine, libpq&apos;s choice for this one.</source>
        <translation>verify-full для другого компьютера, выбор libpq для этого.</translation>
    </message>
    <message>
        <source>Never encrypted: everybody on the way can read along.</source>
        <translation>Никогда не шифруется: прочитать данные может каждый на пути.</translation>
    </message>
    <message>
        <source>Encrypted only if the server insists on it.</source>
        <translation>Шифруется, только если этого требует сервер.</translation>
    </message>
    <message>
        <source>Encrypted if the server can; nobody notices if not.</source>
        <translation>Шифруется, если сервер это умеет; если нет, этого никто не заметит.</translation>
    </message>
    <message>
        <source>Always encrypted, but it may be another server.</source>
        <translation>Всегда шифруется, но это может быть другой сервер.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust.</source>
        <translation>Шифруется, а сертификат подписан доверенным ЦС.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust and names this host.</source>
        <translation>Шифруется, а сертификат подписан доверенным ЦС и выдан на имя этого хоста.</translation>
    </message>
    <message>
        <source>There is no root certificate “%1”, so that no server&apos;s certificate can be verified.</source>
        <translation>Корневого сертификата «%1» нет, поэтому проверить сертификат сервера невозможно.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or write “system” for those that this machine trusts.</source>
        <translation>Выберите файл ЦС сервера или напишите «system», чтобы использовать ЦС, которым доверяет этот компьютер.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or %1 for those that this machine trusts.</source>
        <translation>Выберите файл ЦС сервера или %1, чтобы использовать ЦС, которым доверяет этот компьютер.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: connect by a name that stands in it, or make sure that it is the server that you mean.</source>
        <translation>Сертификат сервера выдан на другое имя: подключитесь по имени, указанному в нём, или убедитесь, что это именно тот сервер.</translation>
    </message>
    <message>
        <source>Give the host by its name as well: an address alone cannot be verified.</source>
        <translation>Укажите и имя хоста: один только адрес проверить нельзя.</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.</source>
        <translation>Включите TLS на сервере или выберите менее строгое шифрование, если по пути никто не может подслушивать.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, has been revoked, or is not signed by a CA in the root certificate: choose the file of the CA that signed it, or make sure that it is the server that you mean.</source>
        <translation>Срок действия сертификата сервера истёк, сертификат отозван или не подписан ни одним ЦС из корневого сертификата: выберите файл ЦС, который его подписал, или убедитесь, что это тот сервер, который вам нужен.</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours: choose one that names the user, from a CA that the server trusts, and its key.</source>
        <translation>Сервер требует ваш сертификат: выберите сертификат на имя этого пользователя, выданный ЦС, которому сервер доверяет, и ключ к нему.</translation>
    </message>
</context>
<context>
    <name>Elector::ServerStatus</name>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>Что показывает таблица</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>пока неизвестно</translation>
    </message>
    <message>
        <source>Server and database: %1
Role: %2
Schema: %3</source>
        <translation>Сервер и база данных: %1
Роль: %2
Схема: %3</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>резервный</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>основной</translation>
    </message>
    <message>
        <source>A standby: leases can be seen, nothing can be released here.</source>
        <translation>Резервный сервер: аренды видны, но освободить здесь ничего нельзя.</translation>
    </message>
    <message>
        <source>A primary: it decides who leads.</source>
        <translation>Основной сервер: он решает, кто лидер.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>полная</translation>
    </message>
    <message>
        <source>Full schema: terms, history and notifications.</source>
        <translation>Полная схема: эпохи, история и уведомления.</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>простая</translation>
    </message>
    <message>
        <source>Plain table: no terms, no names, no history, and changes are seen only by polling. “elector migrate” adds them.</source>
        <translation>Простая таблица: без эпох, имён и истории, а изменения видны только при опросе. Всё это добавит «elector migrate».</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>нет таблицы</translation>
    </message>
    <message>
        <source>There is no usable leader_lease in schema %1.</source>
        <translation>В схеме %1 нет пригодной таблицы leader_lease.</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Version of the server</source>
        <translation>Версия сервера</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>без TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>Соединение зашифровано.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. That is usual for a local socket only.</source>
        <translation>Соединение не зашифровано. Это обычно только для локального сокета.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Round trip of the last read</source>
        <translation>Время последнего чтения туда и обратно</translation>
    </message>
    <message>
        <source>clock %1 ± %2 ms</source>
        <translation>часы %1 ± %2 мс</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this machine&apos;s, and how far that may be off. Countdowns follow the server&apos;s clock and do not depend on it.</source>
        <translation>Часы сервера минус часы этого компьютера и возможная погрешность. Обратный отсчёт идёт по часам сервера и от этой разницы не зависит.</translation>
    </message>
</context>
<context>
    <name>Elector::ServiceFile</name>
    <message>
        <source>The service file “%1” cannot be read.</source>
        <translation>Не удалось прочитать файл служб «%1».</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is too long for libpq, which reads no further.</source>
        <translation>Строка %1 файла служб «%2» слишком длинна для libpq, и дальше она не читает.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” begins a section and lacks its “]”.</source>
        <translation>Строка %1 файла служб «%2» начинает раздел, но в ней нет «]».</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is not “keyword=value”.</source>
        <translation>Строка %1 файла служб «%2» не имеет вида «keyword=value».</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” names another service, which libpq does not allow.</source>
        <translation>Строка %1 файла служб «%2» указывает другую службу, чего libpq не допускает.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” has a keyword that libpq does not know: “%3”.</source>
        <translation>В строке %1 файла служб «%2» есть ключевое слово, неизвестное libpq: «%3».</translation>
    </message>
</context>
<context>
    <name>Elector::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down</source>
        <translation>Вверх, Вниз, Page Up, Page Down</translation>
    </message>
    <message>
        <source>Choose a lock</source>
        <translation>Выбрать блокировку</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>From table to table and field to field</source>
        <translation>От таблицы к таблице и от поля к полю</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>Влево, Вправо, Пробел</translation>
    </message>
    <message>
        <source>Fold the locks of a holder away, or show them</source>
        <translation>Свернуть или показать блокировки владельца</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Клавиша меню</translation>
    </message>
    <message>
        <source>What can be done with the selected lock</source>
        <translation>Что можно сделать с выбранной блокировкой</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Вниз</translation>
    </message>
    <message>
        <source>In the filter: choose states, or a regular expression</source>
        <translation>В фильтре: выбрать состояния или регулярное выражение</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>Влево, Вправо, Home, End</translation>
    </message>
    <message>
        <source>In the timeline: move</source>
        <translation>На хронологии: перемещение</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+, −, 0</translation>
    </message>
    <message>
        <source>In the timeline: zoom, and show everything</source>
        <translation>На хронологии: масштаб и показать всё</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+Влево, Ctrl+Вправо</translation>
    </message>
    <message>
        <source>In the timeline: from term to term</source>
        <translation>На хронологии: от эпохи к эпохе</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down, Ctrl+A</source>
        <translation>Shift+Вверх, Shift+Вниз, Ctrl+A</translation>
    </message>
    <message>
        <source>Choose several locks, to copy them</source>
        <translation>Выбрать несколько блокировок, чтобы скопировать их</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers</source>
        <translation>Скопировать выбранные строки с заголовками</translation>
    </message>
    <message>
        <source>Every key of the window, and what it does</source>
        <translation>Все клавиши окна и что они делают</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>To the menus: all that has no key of its own</source>
        <translation>К меню: всё, у чего нет своей клавиши</translation>
    </message>
</context>
<context>
    <name>Elector::Spoken</name>
    <message>
        <source>Leaves this window without doing anything more</source>
        <translation>Закрывает это окно, больше ничего не делая</translation>
    </message>
</context>
<context>
    <name>Elector::TenuresText</name>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лидер</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Освобождена</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекла</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Отпущена после отзыва</translation>
    </message>
    <message>
        <source>Ran out after revoke</source>
        <translation>Истекла после отзыва</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Владелец вытеснен</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Перехвачена</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Таблица очищена</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Таблица обновлена</translation>
    </message>
    <message>
        <source>End not recorded</source>
        <translation>Завершение не записано</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Зарезервирована</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Оператор: %1</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>Кем записано: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Причина: %1</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>Эпоха: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Начало: %1</translation>
    </message>
    <message>
        <source>From: not known, the history begins at %1</source>
        <translation>Начало: неизвестно, история начинается с %1</translation>
    </message>
    <message>
        <source>To: %1, when its lease ran out; nobody has taken note of it yet</source>
        <translation>Конец: %1, когда истекла его аренда; это пока никто не отметил</translation>
    </message>
    <message>
        <source>To: still going on</source>
        <translation>Конец: ещё продолжается</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Конец: %1</translation>
    </message>
    <message>
        <source>To: %1 at the latest</source>
        <translation>Конец: не позднее %1</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>Длительность: %1</translation>
    </message>
    <message>
        <source>Length: %1 at most</source>
        <translation>Длительность: не более %1</translation>
    </message>
    <message>
        <source>Length: %1 at least</source>
        <translation>Длительность: не менее %1</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Отзыв: %1</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Завершение: %1</translation>
    </message>
    <message>
        <source>Nobody leads</source>
        <translation>Лидера нет</translation>
    </message>
    <message>
        <source>Nobody led</source>
        <translation>Лидера не было</translation>
    </message>
    <message>
        <source>From: %1 or earlier, when the lease ran out</source>
        <translation>Начало: %1 или раньше, когда истекла аренда</translation>
    </message>
    <message>
        <source>Length: not known</source>
        <translation>Длительность: неизвестна</translation>
    </message>
    <message>
        <source>Lock paused: nobody may take it</source>
        <translation>Блокировка приостановлена: никто не может её взять</translation>
    </message>
    <message>
        <source>Lock reserved for %1</source>
        <translation>Блокировка зарезервирована для %1</translation>
    </message>
    <message>
        <source>To: until its time is over</source>
        <translation>Конец: когда истечёт срок</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back by %1</source>
        <translation>Часы сервера переведены назад на %1</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>Время: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>Касается: %1</translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation>Эпохи: %1.</translation>
    </message>
    <message>
        <source>Gaps without a leader: %1.</source>
        <translation>Промежутки без лидера: %1.</translation>
    </message>
    <message>
        <source>Longest term: %1.</source>
        <translation>Самая долгая эпоха: %1.</translation>
    </message>
    <message>
        <source>Longest gap: %1.</source>
        <translation>Самый долгий промежуток: %1.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineExport</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Who led lock %1</source>
        <translation>Кто был лидером блокировки %1</translation>
    </message>
    <message>
        <source>%1. Made %2.</source>
        <translation>%1. Составлено: %2.</translation>
    </message>
    <message>
        <source>All that is known: %1</source>
        <translation>Всё, что известно: %1</translation>
    </message>
    <message>
        <source>The picture for %1 could not be made.</source>
        <translation>Не удалось создать изображение для %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Не удалось записать файл %1: %2.</translation>
    </message>
    <message>
        <source>The printer does not take the page.</source>
        <translation>Принтер не принимает страницу.</translation>
    </message>
    <message>
        <source>The page could not be finished.</source>
        <translation>Не удалось завершить страницу.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineLegend</name>
    <message>
        <source>Revoked, still there</source>
        <translation>Отозвана, ещё не отпущена</translation>
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
        <translation>местное время</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and kind of time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>instance and how long it led</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reserved for %1</source>
        <translation>Зарезервирована для %1</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Без лидера</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Распоряжения</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineScene</name>
    <message>
        <source>%1 others</source>
        <translation>ещё %1</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Без лидера</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineView</name>
    <message>
        <source>Lanes of the timeline</source>
        <translation>Дорожки хронологии</translation>
    </message>
    <message>
        <source>Timeline of the selected lock</source>
        <translation>Хронология выбранной блокировки</translation>
    </message>
    <message>
        <source>Timeline of lock %1</source>
        <translation>Хронология блокировки %1</translation>
    </message>
    <message>
        <source>%1. Selected: %2</source>
        <translation>%1. Выбрано: %2</translation>
    </message>
    <message>
        <source>Ctrl and the left and right arrow keys go from one term to the next.</source>
        <translation>Ctrl со стрелками влево и вправо переходит от одной эпохи к другой.</translation>
    </message>
</context>
<context>
    <name>Elector::TrayIcon</name>
    <message>
        <source>Show window</source>
        <translation>Показать окно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>The connection is lost.</source>
        <translation>Связь потеряна.</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Связь восстановлена.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) without a leader.</source>
        <translation>
            <numerusform>%n блокировка без лидера.</numerusform>
            <numerusform>%n блокировки без лидера.</numerusform>
            <numerusform>%n блокировок без лидера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) renewed only just in time.</source>
        <translation>
            <numerusform>%n блокировка продлена в последний момент.</numerusform>
            <numerusform>%n блокировки продлены в последний момент.</numerusform>
            <numerusform>%n блокировок продлено в последний момент.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) changing hands again and again.</source>
        <translation>
            <numerusform>%n блокировка снова и снова меняет владельца.</numerusform>
            <numerusform>%n блокировки снова и снова меняют владельца.</numerusform>
            <numerusform>%n блокировок снова и снова меняют владельца.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elector Monitor: %n lock(s) without a leader</source>
        <translation>
            <numerusform>Elector Monitor: %n блокировка без лидера</numerusform>
            <numerusform>Elector Monitor: %n блокировки без лидера</numerusform>
            <numerusform>Elector Monitor: %n блокировок без лидера</numerusform>
        </translation>
    </message>
    <message>
        <source>Elector Monitor: every lock has a leader</source>
        <translation>Elector Monitor: у каждой блокировки есть лидер</translation>
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
        <translation>См. elector-monitor --help.</translation>
    </message>
</context>
</TS>
