<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Elector::AbilityModel</name>
    <message>
        <source>Terms: fencing tokens that grow with each change of holder</source>
        <translation>Mandatos: tokens de fencing que crecen con cada cambio de titular</translation>
    </message>
    <message>
        <source>History: who led when</source>
        <translation>Historial: quién lideró y cuándo</translation>
    </message>
    <message>
        <source>Names of locks</source>
        <translation>Nombres de los bloqueos</translation>
    </message>
    <message>
        <source>What a leader publishes, such as its address</source>
        <translation>Lo que publica un líder, como su dirección</translation>
    </message>
    <message>
        <source>Changes of holder are seen at once</source>
        <translation>Los cambios de titular se ven al instante</translation>
    </message>
    <message>
        <source>Guard: strictly exclusive work in the same database</source>
        <translation>Guard: trabajo estrictamente exclusivo en la misma base de datos</translation>
    </message>
    <message>
        <source>Forced release</source>
        <translation>Liberación forzada</translation>
    </message>
    <message>
        <source>Waiting candidates</source>
        <translation>Candidatos en espera</translation>
    </message>
    <message>
        <source>Where sessions of others come from, and what they do</source>
        <translation>De dónde vienen las sesiones ajenas y qué hacen</translation>
    </message>
    <message>
        <source>Something that this version does not know</source>
        <translation>Algo que esta versión no conoce</translation>
    </message>
    <message>
        <source>The table is a plain one. “elector migrate” makes it full.</source>
        <translation>La tabla es simple. «elector migrate» la hace completa.</translation>
    </message>
    <message>
        <source>This is a standby. Connect to the primary.</source>
        <translation>Este es un servidor en espera. Conéctese al primario.</translation>
    </message>
    <message>
        <source>Notifications do not arrive on this connection; it polls. A transaction pooler in between? Connect directly.</source>
        <translation>A esta conexión no llegan notificaciones; consulta periódicamente. ¿Hay en medio un pooler de transacciones? Conéctese directamente.</translation>
    </message>
    <message>
        <source>The role lacks UPDATE and DELETE on leader_lease. GRANT them, or connect as another role.</source>
        <translation>Al rol le faltan UPDATE y DELETE sobre leader_lease. Concédalos con GRANT o conéctese con otro rol.</translation>
    </message>
    <message>
        <source>The role lacks EXECUTE on the guard&apos;s functions. GRANT it to those that work under it.</source>
        <translation>Al rol le falta EXECUTE sobre las funciones de Guard. Concédalo con GRANT a los roles que trabajan bajo él.</translation>
    </message>
    <message>
        <source>The role is no member of pg_monitor. GRANT pg_monitor or pg_read_all_stats to it.</source>
        <translation>El rol no es miembro de pg_monitor. Concédale con GRANT pg_monitor o pg_read_all_stats.</translation>
    </message>
    <message>
        <source>The role lacks a privilege.</source>
        <translation>Al rol le falta un privilegio.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Why not, and what would help</source>
        <translation>Por qué no, y qué ayudaría</translation>
    </message>
</context>
<context>
    <name>Elector::Banner</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
</context>
<context>
    <name>Elector::CalmTable</name>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Descendente</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Columnas: %1</translation>
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
        <translation>Nombre</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be released</source>
        <translation>Solo &amp;lectura: no se puede liberar nada</translation>
    </message>
    <message>
        <source>needed to save it</source>
        <translation>necesario para guardarlo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>Partes de la conexión</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;Password and TLS</source>
        <translation>Contraseña &amp;y TLS</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Marks the pages of this connection</source>
        <translation>Marca las páginas de esta conexión</translation>
    </message>
    <message>
        <source>Pages of this connection only show; no action can be done</source>
        <translation>Las páginas de esta conexión solo muestran; no se puede realizar ninguna acción</translation>
    </message>
    <message>
        <source>Where the server is, and how it is trusted</source>
        <translation>Dónde está el servidor y cómo se confía en él</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionImport</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Import an address</source>
        <translation>Importar una dirección</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>An address as other programs of PostgreSQL take it, or “host=… dbname=…”. A password in it is used now, and written nowhere.</source>
        <translation>Una dirección como la aceptan otros programas de PostgreSQL, o «host=… dbname=…». Si incluye una contraseña, se usa ahora y no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>Write or paste an address first.</source>
        <translation>Primero escriba o pegue una dirección.</translation>
    </message>
    <message>
        <source>Makes a profile of the address; it can be changed before it is saved</source>
        <translation>Crea un perfil a partir de la dirección; se puede cambiar antes de guardarlo</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionLabel</name>
    <message>
        <source>service %1</source>
        <translation>servicio %1</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>the default server</source>
        <translation>servidor predeterminado</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionOpener</name>
    <message>
        <source>Waiting for the keyring. You can type the password instead.</source>
        <translation>Esperando al llavero. También puede escribir la contraseña.</translation>
    </message>
    <message>
        <source>The profile is not saved: the keyring keeps its password once it is.</source>
        <translation>El perfil no está guardado: el llavero conservará su contraseña cuando lo esté.</translation>
    </message>
    <message>
        <source>The keyring does not have it yet, and keeps it when it works.</source>
        <translation>El llavero aún no la tiene; la conservará si funciona.</translation>
    </message>
    <message>
        <source>The server refused this password.</source>
        <translation>El servidor rechazó esta contraseña.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>El servidor pide una contraseña.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionProfile</name>
    <message>
        <source>A port is a number from 1 to 65535; for several hosts, several with commas.</source>
        <translation>Un puerto es un número de 1 a 65535; para varios hosts, varios separados por comas.</translation>
    </message>
    <message>
        <source>Give the profile a name, such as “Orders, production”.</source>
        <translation>Dé un nombre al perfil, como «Pedidos, producción».</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long: %n characters are enough.</source>
        <translation>
            <numerusform>El nombre es demasiado largo: basta con %n carácter.</numerusform>
            <numerusform>El nombre es demasiado largo: basta con %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name contains control characters: write it with letters, digits and signs.</source>
        <translation>El nombre contiene caracteres de control: escríbalo con letras, cifras y signos.</translation>
    </message>
    <message>
        <source>The name looks like an address with a password: choose another, names are not secret.</source>
        <translation>El nombre parece una dirección con contraseña: elija otro, los nombres no son secretos.</translation>
    </message>
    <message>
        <source>production</source>
        <translation>producción</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>preproducción</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>development</source>
        <translation>desarrollo</translation>
    </message>
    <message>
        <source>This looks like an address with a password: use “Import address…” for it.</source>
        <translation>Esto parece una dirección con contraseña: use «Importar…» para ella.</translation>
    </message>
    <message>
        <source>Name a schema, such as public.</source>
        <translation>Indique un esquema, como public.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionSecurityPage</name>
    <message>
        <source>Passw&amp;ord</source>
        <translation>Contr&amp;aseña</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>Ci&amp;frado</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Certificado raíz</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>Mi certificado</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mi clave</translation>
    </message>
    <message>
        <source>Root certi&amp;ficate</source>
        <translation>Certificado raí&amp;z</translation>
    </message>
    <message>
        <source>&amp;My certificate</source>
        <translation>&amp;Mi certificado</translation>
    </message>
    <message>
        <source>My &amp;key</source>
        <translation>Mi cla&amp;ve</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>From .pgpass, service file or environment</source>
        <translation>De .pgpass, archivo de servicios o entorno</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Preguntar cada vez</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Conservar en el llavero</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>It stays in memory, and is written nowhere.</source>
        <translation>Se queda en memoria y no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>It is asked for once, and kept in this desktop&apos;s keyring.</source>
        <translation>Se pide una vez y se conserva en el llavero de este escritorio.</translation>
    </message>
    <message>
        <source>libpq finds it, or the server wants none.</source>
        <translation>La encuentra libpq, o el servidor no pide ninguna.</translation>
    </message>
    <message>
        <source>Where the password comes from</source>
        <translation>De dónde viene la contraseña</translation>
    </message>
    <message>
        <source>What is asked of TLS</source>
        <translation>Qué se exige de TLS</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionServerPage</name>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>no service file on this machine</source>
        <translation>sin archivo de servicios en este equipo</translation>
    </message>
    <message>
        <source>a section of the service file</source>
        <translation>una sección del archivo de servicios</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vicio</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>&amp;Base de datos</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>Sche&amp;mas</source>
        <translation>Es&amp;quemas</translation>
    </message>
    <message>
        <source>public, or several with commas</source>
        <translation>public, o varios con comas</translation>
    </message>
    <message>
        <source>More settin&amp;gs</source>
        <translation>&amp;Más parámetros</translation>
    </message>
    <message>
        <source>What is empty is left to libpq: service file, PG… variables, its defaults.</source>
        <translation>Lo que quede vacío se deja a libpq: archivo de servicios, variables PG…, sus valores por omisión.</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>named like the user</source>
        <translation>como el nombre de usuario</translation>
    </message>
    <message>
        <source>named like you</source>
        <translation>como su cuenta del sistema</translation>
    </message>
    <message>
        <source> Write keyword=value, with spaces between several.</source>
        <translation> Escriba clave=valor; si son varios, separados por espacios.</translation>
    </message>
    <message>
        <source>Passwords are not written here: say under “Password and TLS” where it is.</source>
        <translation>Las contraseñas no se escriben aquí: indique en «Contraseña y TLS» dónde está.</translation>
    </message>
    <message>
        <source>“%1” has a field of its own: write it there.</source>
        <translation>«%1» tiene su propio campo: escríbalo allí.</translation>
    </message>
    <message>
        <source>none, or one that keeps sessions</source>
        <translation>ninguno, o uno que mantiene las sesiones</translation>
    </message>
    <message>
        <source>lends sessions (transaction pooling)</source>
        <translation>presta sesiones (transaction pooling)</translation>
    </message>
    <message>
        <source>Changes are then noticed by looking, not by notifications.</source>
        <translation>Los cambios se notan entonces consultando, no por notificaciones.</translation>
    </message>
    <message>
        <source>Kind of pooler</source>
        <translation>Forma del pooler</translation>
    </message>
    <message>
        <source>What stands between this window and the server, such as PgBouncer.</source>
        <translation>Lo que hay entre esta ventana y el servidor, como PgBouncer.</translation>
    </message>
    <message>
        <source>&amp;Kind of pooler</source>
        <translation>&amp;Forma del pooler</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionTest</name>
    <message>
        <source>Only reading: this is a standby.</source>
        <translation>Solo lectura: este es un servidor en espera.</translation>
    </message>
    <message>
        <source>The role may release, pause, hand over and name locks.</source>
        <translation>El rol puede liberar, pausar, traspasar y nombrar bloqueos.</translation>
    </message>
    <message>
        <source>The role may release locks.</source>
        <translation>El rol puede liberar bloqueos.</translation>
    </message>
    <message>
        <source>The role may only read.</source>
        <translation>El rol solo puede leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n bloqueo</numerusform>
            <numerusform>%n bloqueos</numerusform>
        </translation>
    </message>
    <message>
        <source>Schema %1: full level, %2.</source>
        <translation>Esquema %1: nivel completo, %2.</translation>
    </message>
    <message>
        <source>Schema %1: plain level, without names and history, %2.</source>
        <translation>Esquema %1: nivel simple, sin nombres ni historial, %2.</translation>
    </message>
    <message>
        <source>PostgreSQL %1.%2, %3, role %4; %5.</source>
        <translation>PostgreSQL %1.%2, %3, rol %4; %5.</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primario</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>cifrada (TLS)</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>The server was reached, and accepts the login.</source>
        <translation>Se llegó al servidor y este acepta el inicio de sesión.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>no guardado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificado</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Copia de %1</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>Eliminar un perfil</translation>
    </message>
    <message>
        <source>Delete the profile %1, and its password in the keyring?</source>
        <translation>¿Eliminar el perfil %1 y su contraseña del llavero?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>The password of the address is used as long as this dialog is open. Choose under “Password and TLS” to keep it in the keyring.</source>
        <translation>La contraseña de la dirección se usa mientras este diálogo esté abierto. Elija en «Contraseña y TLS» conservarla en el llavero.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No guardado</translation>
    </message>
    <message>
        <source>%1 is not saved. Save it?</source>
        <translation>%1 no está guardado. ¿Guardarlo?</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>P&amp;robar</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>Conec&amp;tar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Import address…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>What applies, and the result of the test</source>
        <translation>Lo que se aplica y el resultado de la prueba</translation>
    </message>
    <message>
        <source>Connects to %1.</source>
        <translation>Se conecta a %1.</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>Cifrado: %1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Pa&amp;rar</translation>
    </message>
    <message>
        <source>Where the monitor connects to, kept as profiles</source>
        <translation>A dónde se conecta el monitor, guardado como perfiles</translation>
    </message>
    <message>
        <source>Connects once, and says what came of it</source>
        <translation>Se conecta una vez y dice qué resultó</translation>
    </message>
    <message>
        <source>Keeps the profile, without a password</source>
        <translation>Guarda el perfil, sin contraseña</translation>
    </message>
    <message>
        <source>Opens a page on this connection</source>
        <translation>Abre una página con esta conexión</translation>
    </message>
    <message>
        <source>Leaves the dialog; what is not saved is asked for</source>
        <translation>Cierra el diálogo; se pregunta por lo que no está guardado</translation>
    </message>
    <message>
        <source>Connections that are kept; the chosen one is shown beside</source>
        <translation>Conexiones guardadas; la elegida se muestra al lado</translation>
    </message>
    <message>
        <source>Begins an empty profile</source>
        <translation>Empieza un perfil vacío</translation>
    </message>
    <message>
        <source>Begins a profile like the chosen one</source>
        <translation>Empieza un perfil como el elegido</translation>
    </message>
    <message>
        <source>Deletes the chosen profile, after a question</source>
        <translation>Borra el perfil elegido, tras preguntar</translation>
    </message>
    <message>
        <source>Makes a profile of an address</source>
        <translation>Crea un perfil a partir de una dirección</translation>
    </message>
    <message>
        <source>To be read: where each part of the connection comes from</source>
        <translation>Para leer: de dónde viene cada parte de la conexión</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Details of lock %1</source>
        <translation>Detalles del bloqueo %1</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsPanel</name>
    <message>
        <source>What the row of the selected lock says</source>
        <translation>Lo que dice la fila del bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Sessions of the selected lock</source>
        <translation>Sesiones del bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Quién espera a quién</translation>
    </message>
    <message>
        <source>What this schema level allows</source>
        <translation>Lo que permite este nivel de esquema</translation>
    </message>
    <message>
        <source>Details of the selected lock</source>
        <translation>Detalles del bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Bloqueos</translation>
    </message>
    <message>
        <source>What is possible here</source>
        <translation>Qué es posible aquí</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Cannot be read. %1</source>
        <translation>No se puede leer. %1</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Sin conexión.</translation>
    </message>
    <message>
        <source>Select a lock to see its details.</source>
        <translation>Seleccione un bloqueo para ver sus detalles.</translation>
    </message>
    <message>
        <source>No session says that it holds this lock or waits for it. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be told by their names.</source>
        <translation>Ninguna sesión dice que tenga este bloqueo o que lo espere. Los nodos de nest-leader-election y las sesiones con un application_name propio no se pueden reconocer por su nombre.</translation>
    </message>
    <message>
        <source>The locks cannot be read. %1</source>
        <translation>Los bloqueos no se pueden leer. %1</translation>
    </message>
    <message>
        <source>Nobody waits, and nobody holds anything up.</source>
        <translation>Nadie espera y nadie retiene nada.</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Sesiones (%1)</translation>
    </message>
    <message>
        <source>Locks (waits: %1)</source>
        <translation>Bloqueos (en espera: %1)</translation>
    </message>
    <message>
        <source>These are old: %1</source>
        <translation>Estos datos son antiguos: %1</translation>
    </message>
    <message>
        <source>The locks are old: %1</source>
        <translation>Los bloqueos son antiguos: %1</translation>
    </message>
    <message>
        <source>Its sessions, who waits for whom, and what can be had here</source>
        <translation>Sus sesiones, quién espera a quién y qué hay disponible aquí</translation>
    </message>
    <message>
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO %1.</source>
        <translation>Lo oculto lo puede ver un miembro de pg_monitor: GRANT pg_monitor TO %1.</translation>
    </message>
</context>
<context>
    <name>Elector::ExportDialog</name>
    <message>
        <source>Export leases</source>
        <translation>Exportar concesiones</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) written to %1</source>
        <translation>
            <numerusform>%n bloqueo escrito en %1</numerusform>
            <numerusform>%n bloqueos escritos en %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Elegir un archivo: %1</translation>
    </message>
    <message>
        <source>Opens a dialog that lists files</source>
        <translation>Abre un diálogo que lista archivos</translation>
    </message>
</context>
<context>
    <name>Elector::FilterField</name>
    <message>
        <source>Fi&amp;lter by</source>
        <translation>&amp;Filtrar por</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Choose states, or type a regular expression</source>
        <translation>Elija estados o escriba una expresión regular</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>Expresión &amp;regular</translation>
    </message>
    <message>
        <source>&amp;Held</source>
        <translation>&amp;Ocupados</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>&amp;Expirados</translation>
    </message>
    <message>
        <source>Re&amp;voked</source>
        <translation>Re&amp;vocados</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>&amp;Libres</translation>
    </message>
    <message>
        <source>&amp;Paused or reserved</source>
        <translation>En &amp;pausa o reservados</translation>
    </message>
    <message>
        <source>&amp;Near misses</source>
        <translation>Por po&amp;co</translation>
    </message>
    <message>
        <source>F&amp;lapping</source>
        <translation>&amp;Inestables</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Mostrar &amp;todos</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state match this regular expression</source>
        <translation>Muestra los bloqueos cuyo id., nombre, titular o estado coincide con esta expresión regular</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>Muestra los bloqueos cuyo id., nombre, titular o estado contiene estas palabras</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Solo: %1</translation>
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
        <translation>%1, según el reloj del servidor</translation>
    </message>
    <message>
        <source>a local socket, or an address that may not be seen</source>
        <translation>un socket local o una dirección que no se permite ver</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Operador: %1</translation>
    </message>
    <message>
        <source>Role: %1
Application: %2
From: %3</source>
        <translation>Rol: %1
Aplicación: %2
Desde: %3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Suceso</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Mandato</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>When it happened, by the server&apos;s clock</source>
        <translation>Cuándo ocurrió, según el reloj del servidor</translation>
    </message>
    <message>
        <source>What happened to the lock</source>
        <translation>Qué le ocurrió al bloqueo</translation>
    </message>
    <message>
        <source>The term that began, or that ended</source>
        <translation>El mandato que empezó o terminó</translation>
    </message>
    <message>
        <source>Whose term it was</source>
        <translation>De quién era el mandato</translation>
    </message>
    <message>
        <source>Who did it: the operator if one is named, or else the session</source>
        <translation>Quién lo hizo: el operador si se nombra, o si no la sesión</translation>
    </message>
    <message>
        <source>What the operator said</source>
        <translation>Qué dijo el operador</translation>
    </message>
</context>
<context>
    <name>Elector::HistoryPanel</name>
    <message>
        <source>History of the selected lock</source>
        <translation>Historial del bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Select a lock to see who led when.</source>
        <translation>Seleccione un bloqueo para ver quién lideró y cuándo.</translation>
    </message>
    <message>
        <source>The history cannot be read. %1</source>
        <translation>El historial no se puede leer. %1</translation>
    </message>
    <message>
        <source>A plain table keeps no history. “elector migrate” adds it.</source>
        <translation>Una tabla simple no guarda historial. «elector migrate» lo añade.</translation>
    </message>
    <message>
        <source>Reading the history of lock %1…</source>
        <translation>Leyendo el historial del bloqueo %1…</translation>
    </message>
    <message>
        <source>Nothing is recorded of lock %1.</source>
        <translation>No hay nada registrado del bloqueo %1.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Load older</source>
        <translation>Cargar anteriores</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Mostrar más tiempo (−)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>Mostrar todo (0)</translation>
    </message>
    <message>
        <source>Show more detail (+)</source>
        <translation>Mostrar más detalle (+)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save or print the timeline</source>
        <translation>Guardar o imprimir la cronología</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Guardar como P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Guardar como &amp;SVG…</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Guardar como &amp;PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>No more than %1 entries are shown.</source>
        <translation>No se muestran más de %1 entradas.</translation>
    </message>
    <message>
        <source>Read the %1 entries before those that are shown</source>
        <translation>Leer las %1 entradas anteriores a las que se muestran</translation>
    </message>
    <message>
        <source>%1, database %2</source>
        <translation>%1, base de datos %2</translation>
    </message>
    <message>
        <source>There is no history to save.</source>
        <translation>No hay historial que guardar.</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Dibujos (*.svg)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Documentos (*.pdf)</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Guardar la cronología</translation>
    </message>
    <message>
        <source>The same as a drawing and as a table</source>
        <translation>Lo mismo como dibujo y como tabla</translation>
    </message>
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
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
        <translation>nadie</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n bloqueo</numerusform>
            <numerusform>%n bloqueos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in trouble</source>
        <translation>
            <numerusform>%n con problemas</numerusform>
            <numerusform>%n con problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the soonest expiry</comment>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Held, near miss</source>
        <translation>Ocupado, por poco</translation>
    </message>
    <message>
        <source>Held, flapping</source>
        <translation>Ocupado, inestable</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>at most</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1, incarnation %2</source>
        <translation>%1, encarnación %2</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3; folded away</source>
        <translation>En manos de %1: %2, %3; contraído</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3</source>
        <translation>En manos de %1: %2, %3</translation>
    </message>
    <message>
        <source>Lock %1: %2</source>
        <translation>Bloqueo %1: %2</translation>
    </message>
    <message>
        <source>Lock %1: free</source>
        <translation>Bloqueo %1: libre</translation>
    </message>
    <message>
        <source>Lock %1: %2, holder %3, expires: %4</source>
        <translation>Bloqueo %1: %2, titular %3, expira: %4</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>El token de fencing: crece con cada cambio de titular.</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>Una tabla simple no tiene mandatos; «elector migrate» los añade.</translation>
    </message>
    <message>
        <source>Held since %1</source>
        <translation>Ocupado desde %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>No consta desde cuándo.</translation>
    </message>
    <message>
        <source>Renewals since the lock was captured</source>
        <translation>Renovaciones desde que se tomó el bloqueo</translation>
    </message>
    <message>
        <source>Renewals are counted only on a full table and by nodes that write them.</source>
        <translation>Las renovaciones solo se cuentan en una tabla completa y por los nodos que las escriben.</translation>
    </message>
    <message>
        <source>Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.</source>
        <translation>Sesiones cuyo nombre dice que esperan el bloqueo. Los nodos de nest-leader-election no se pueden ver.</translation>
    </message>
    <message>
        <source>Not known: sessions of a standby, or of nodes with more locks than their names can list.</source>
        <translation>No se sabe: sesiones de un servidor en espera, o de nodos con más bloqueos de los que cabe enumerar en su nombre.</translation>
    </message>
    <message>
        <source>Paused: nobody takes the lock until it is resumed.</source>
        <translation>En pausa: nadie toma el bloqueo hasta que se reanude.</translation>
    </message>
    <message>
        <source>Reserved: only %1 may take the lock.</source>
        <translation>Reservado: solo %1 puede tomar el bloqueo.</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>Por %1: %2</translation>
    </message>
    <message>
        <source>Its holder has changed three times or more within ten minutes.</source>
        <translation>Su titular ha cambiado tres veces o más en diez minutos.</translation>
    </message>
    <message>
        <source>No renewal was seen lately, or the holder does not say how long its lease is.</source>
        <translation>Últimamente no se ha visto ninguna renovación, o el titular no dice cuánto dura su concesión.</translation>
    </message>
    <message>
        <source>A near miss: at a renewal of the last quarter of an hour, %1 of %2 were left at most.</source>
        <translation>Por poco: en una renovación del último cuarto de hora quedaban como máximo %1 de %2.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left at most; not every renewal was seen.</source>
        <translation>En la renovación más ajustada del último cuarto de hora quedaban como máximo %1 de %2; no se vieron todas las renovaciones.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left.</source>
        <translation>En la renovación más ajustada del último cuarto de hora quedaban %1 de %2.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Nadie tiene el bloqueo.</translation>
    </message>
    <message>
        <source>Leader id: %1</source>
        <translation>Id. del líder: %1</translation>
    </message>
    <message>
        <source>Without an incarnation: a node of the npm package nest-leader-election.</source>
        <translation>Sin encarnación: un nodo del paquete npm nest-leader-election.</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Publicado: %1</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>No hay concesión.</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server&apos;s clock</source>
        <translation>Resto de la concesión: %1 de %2, según el reloj del servidor</translation>
    </message>
    <message>
        <source>%1 left, by the server&apos;s clock. How long the whole lease is, the holder does not say.</source>
        <translation>Resto de la concesión: %1, según el reloj del servidor. El titular no dice cuánto dura la concesión entera.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Lock id and name</source>
        <translation>Id. y nombre del bloqueo</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>The instance that leads, and its incarnation</source>
        <translation>La instancia que lidera y su encarnación</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Held, expired, revoked, free, paused or reserved</source>
        <translation>Ocupado, expirado, revocado, libre, en pausa o reservado</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Mandato</translation>
    </message>
    <message>
        <source>Fencing token: it grows with each change of holder</source>
        <translation>Token de fencing: crece con cada cambio de titular</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Expira en</translation>
    </message>
    <message>
        <source>What is left of the lease by the server&apos;s clock</source>
        <translation>Lo que queda de la concesión según el reloj del servidor</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Desde (UTC)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock</source>
        <translation>Desde cuándo tiene el titular el bloqueo</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Renovaciones</translation>
    </message>
    <message>
        <source>How often the holder has renewed the lease</source>
        <translation>Cuántas veces ha renovado el titular la concesión</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>How many sessions wait for the lock, by their names</source>
        <translation>Cuántas sesiones esperan el bloqueo, según sus nombres</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Resto mínimo</translation>
    </message>
    <message>
        <source>What was left of the lease at the latest of recent renewals</source>
        <translation>Lo que quedaba de la concesión en la más ajustada de las últimas renovaciones</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · en pausa</translation>
    </message>
    <message>
        <source>%1 · reserved</source>
        <translation>%1 · reservado</translation>
    </message>
    <message>
        <source>Last renewed %1 ago</source>
        <translation>Renovada por última vez hace %1</translation>
    </message>
    <message>
        <source>paused by %1: %2</source>
        <translation>en pausa por %1: %2</translation>
    </message>
    <message>
        <source>reserved for %1 (for %2) by %3: %4</source>
        <translation>reservado para %1 (quedan %2) por %3: %4</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseExport</name>
    <message>
        <source>%1 cannot be written: %2. A file that was there is as it was.</source>
        <translation>No se puede escribir %1: %2. Si ya había un archivo, sigue como estaba.</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseFactModel</name>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Incarnation</source>
        <translation>Encarnación</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>A node of the npm package nest-leader-election.</source>
        <translation>Un nodo del paquete npm nest-leader-election.</translation>
    </message>
    <message>
        <source>Which start of the holder, and which of its captures.</source>
        <translation>Qué arranque del titular, y cuál de sus tomas.</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Mandato</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder. A plain table has none.</source>
        <translation>El token de fencing: crece con cada cambio de titular. Una tabla simple no lo tiene.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expira</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>By the server&apos;s clock, unless the holder renews it</source>
        <translation>Según el reloj del servidor, salvo que el titular la renueve</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Concesión</translation>
    </message>
    <message>
        <source>What the holder asks for with each renewal</source>
        <translation>Lo que el titular pide con cada renovación</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Renovaciones</translation>
    </message>
    <message>
        <source>Since the lock was captured. Counted on a full table, by nodes that write them.</source>
        <translation>Desde que se tomó el bloqueo. Se cuentan en una tabla completa, por los nodos que las escriben.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Sessions whose name says that they wait for this lock. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be seen.</source>
        <translation>Sesiones cuyo nombre dice que esperan este bloqueo. Los nodos de nest-leader-election y las sesiones con un application_name propio no se pueden ver.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Renovada</translation>
    </message>
    <message>
        <source>When the lease was last renewed, or captured, by the server&apos;s clock</source>
        <translation>Cuándo se renovó o se obtuvo la concesión por última vez, según el reloj del servidor</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Resto mínimo</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseMatcher</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>La expresión regular es incorrecta en el carácter %1: %2.</translation>
    </message>
</context>
<context>
    <name>Elector::LeasePage</name>
    <message>
        <source>Locks: %1</source>
        <translation>Bloqueos: %1</translation>
    </message>
    <message>
        <source>Locks: %1 of %2</source>
        <translation>Bloqueos: %1 de %2</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>expirados: %1</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>revocados: %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>libres: %1</translation>
    </message>
    <message>
        <source>No lock matches “%1”.</source>
        <translation>Ningún bloqueo coincide con «%1».</translation>
    </message>
    <message>
        <source>No leases in schema %1: nobody has taken a lock yet.</source>
        <translation>No hay concesiones en el esquema %1: nadie ha tomado aún un bloqueo.</translation>
    </message>
    <message>
        <source>The rows are as they were %1 ago.</source>
        <translation>Las filas están como hace %1.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Conectar…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting. %1</source>
        <translation>Conexión perdida, reconectando. %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Trying again by itself.</source>
        <translation>Se vuelve a intentar automáticamente.</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>en pausa: %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>reservados: %1</translation>
    </message>
    <message>
        <source>near misses: %1</source>
        <translation>por poco: %1</translation>
    </message>
    <message>
        <source>flapping: %1</source>
        <translation>inestables: %1</translation>
    </message>
    <message>
        <source>No lock is in the states that were chosen.</source>
        <translation>Ningún bloqueo está en los estados elegidos.</translation>
    </message>
    <message>
        <source>Not all locks are shown: only the first %1 by id.</source>
        <translation>No se muestran todos los bloqueos: solo los primeros %1 por id.</translation>
    </message>
    <message>
        <source>Delete locks that nobody uses any more from leader_lease_lock, or give each application a schema of its own.</source>
        <translation>Elimine de leader_lease_lock los bloqueos que ya nadie usa, o dé a cada aplicación su propio esquema.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>seleccionados: %1</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseText</name>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>&lt;0.1 s</source>
        <translation>&lt;0,1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 y %2 d</source>
        <translation>%1 a %2 d</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirada</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirado</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocado</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>A node holds the lock and its lease has not run out.</source>
        <translation>Un nodo tiene el bloqueo y su concesión no ha expirado.</translation>
    </message>
    <message>
        <source>The lease ran out: nobody leads, and the next node that bids gets the lock.</source>
        <translation>La concesión expiró: nadie lidera, y el próximo nodo que se postule obtiene el bloqueo.</translation>
    </message>
    <message>
        <source>An operator took the lock back. It is free when the holder has let go, or when the lease runs out.</source>
        <translation>Un operador ha revocado el bloqueo. Queda libre cuando el titular lo haya soltado o cuando expire la concesión.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Nadie tiene el bloqueo.</translation>
    </message>
    <message>
        <source>This state is not known to this version.</source>
        <translation>Esta versión no conoce este estado.</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dentro de %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
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
        <translation>Tomado</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Soltado tras revocación</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Expulsado</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Relevado</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Tabla vaciada</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Tabla actualizada</translation>
    </message>
    <message>
        <source>Lock paused</source>
        <translation>Bloqueo en pausa</translation>
    </message>
    <message>
        <source>Lock resumed</source>
        <translation>Bloqueo reanudado</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>Reservado para</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renombrado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>nunca, pues esta concesión no tiene fin</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>by %1, in %2</source>
        <translation>%1, dentro de %2</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseView</name>
    <message>
        <source>Leases</source>
        <translation>Concesiones</translation>
    </message>
    <message>
        <source>One row for each lock: holder, state, term and what is left of the lease</source>
        <translation>Una fila por bloqueo: titular, estado, mandato y lo que queda de la concesión</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseWatch</name>
    <message>
        <source>%1, schema %2</source>
        <translation>%1, esquema %2</translation>
    </message>
</context>
<context>
    <name>Elector::LockEntryModel</name>
    <message>
        <source>a prepared transaction</source>
        <translation>una transacción preparada</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Gate of this lock</source>
        <translation>Puerta de este bloqueo</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <comment>a table</comment>
        <translation>Fila de %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Tabla %1</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>Transacción %1</translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>lo tiene</translation>
    </message>
    <message>
        <source>waits, %1</source>
        <translation>espera, %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
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
        <translation>Un bloqueo consultivo que quien se postula toma por un momento. Quien se lo queda hace que todos los demás esperen una concesión entera antes de postularse sin él.</translation>
    </message>
    <message>
        <source>In line for a row. Which one, the server does not always say: it may be another lock&apos;s.</source>
        <translation>En cola para una fila. El servidor no siempre dice cuál: puede ser la de otro bloqueo.</translation>
    </message>
    <message>
        <source>The table as a whole, as everybody who writes or locks rows there holds it until the end of the transaction.</source>
        <translation>La tabla en su conjunto, tal como la retiene hasta el final de la transacción todo el que escribe o bloquea filas en ella.</translation>
    </message>
    <message>
        <source>Waits until another transaction ends, most often for a row that this one has locked.</source>
        <translation>Espera a que termine otra transacción, casi siempre por una fila que esta ha bloqueado.</translation>
    </message>
    <message>
        <source>Something outside of the tables of leases: %1</source>
        <translation>Algo ajeno a las tablas de concesiones: %1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Lock of the database</source>
        <translation>Bloqueo de la base</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera a</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>El proceso del servidor de la sesión</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Cómo se llama a sí misma la sesión</translation>
    </message>
    <message>
        <source>What the session has locked, or wants to lock</source>
        <translation>Qué ha bloqueado la sesión, o quiere bloquear</translation>
    </message>
    <message>
        <source>How it is locked, in PostgreSQL&apos;s words</source>
        <translation>Cómo está bloqueado, en palabras de PostgreSQL</translation>
    </message>
    <message>
        <source>Whether the session holds it, or for how long it waits</source>
        <translation>Si la sesión lo tiene, o cuánto hace que espera</translation>
    </message>
    <message>
        <source>The sessions that stand in its way</source>
        <translation>Las sesiones que se lo impiden</translation>
    </message>
</context>
<context>
    <name>Elector::LockSessionModel</name>
    <message>
        <source>%1 for %2</source>
        <comment>state of a session, duration</comment>
        <translation>%1 desde hace %2</translation>
    </message>
    <message>
        <source>%1, waits for %2: %3</source>
        <comment>state of a session, kind of event, event</comment>
        <translation>%1, espera %2: %3</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Lidera</translation>
    </message>
    <message>
        <source>May lead</source>
        <translation>Quizá lidere</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>May wait</source>
        <translation>Quizá espere</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>address and port</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>The role that this window connects as may not see this. A member of pg_monitor or pg_read_all_stats may.</source>
        <translation>El rol con el que se conecta esta ventana no puede ver esto. Un miembro de pg_monitor o pg_read_all_stats sí puede.</translation>
    </message>
    <message>
        <source>The holder&apos;s session, going by its name.</source>
        <translation>La sesión del titular, a juzgar por su nombre.</translation>
    </message>
    <message>
        <source>Several sessions bear the holder&apos;s name: one of them leads, the others wait.</source>
        <translation>Varias sesiones llevan el nombre del titular: una de ellas lidera, las demás esperan.</translation>
    </message>
    <message>
        <source>Waits for the lock, going by its name.</source>
        <translation>Espera el bloqueo, a juzgar por su nombre.</translation>
    </message>
    <message>
        <source>Serves more locks than its name can list; this lock may be among them.</source>
        <translation>Atiende más bloqueos de los que cabe enumerar en su nombre; este puede estar entre ellos.</translation>
    </message>
    <message>
        <source>No elector for this lock, but it holds or waits for something that electors need.</source>
        <translation>No es un elector de este bloqueo, pero retiene o espera algo que los electores necesitan.</translation>
    </message>
    <message>
        <source>The server&apos;s process; pg_terminate_backend() takes this number.</source>
        <translation>El proceso del servidor; pg_terminate_backend() recibe este número.</translation>
    </message>
    <message>
        <source>application_name: %1
Role: %2</source>
        <translation>application_name: %1
Rol: %2</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>Conectada desde %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>No consta desde cuándo.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What the session has to do with the lock, going by its name</source>
        <translation>Qué tiene que ver la sesión con el bloqueo, según su nombre</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>El proceso del servidor de la sesión</translation>
    </message>
    <message>
        <source>The elector that the session belongs to</source>
        <translation>El elector al que pertenece la sesión</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Cómo se llama a sí misma la sesión</translation>
    </message>
    <message>
        <source>Where the session comes from</source>
        <translation>De dónde viene la sesión</translation>
    </message>
    <message>
        <source>Since when the session is connected</source>
        <translation>Desde cuándo está conectada la sesión</translation>
    </message>
    <message>
        <source>What the session does now, and what it waits for</source>
        <translation>Qué hace la sesión ahora y a qué espera</translation>
    </message>
</context>
<context>
    <name>Elector::MainWindow</name>
    <message>
        <source>Watched schemas</source>
        <translation>Esquemas observados</translation>
    </message>
    <message>
        <source>%1 – Elector Monitor</source>
        <translation>%1 – Elector Monitor</translation>
    </message>
    <message>
        <source>History of lock %1</source>
        <translation>Historial del bloqueo %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Conectar…</translation>
    </message>
    <message>
        <source>C&amp;lose page</source>
        <translation>C&amp;errar página</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Página &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Stop reading, so that the rows stand still</source>
        <translation>Dejar de leer, para que las filas se queden quietas</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>Read the rows now</source>
        <translation>Leer las filas ahora</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>&amp;Liberar…</translation>
    </message>
    <message>
        <source>&amp;Pause lock…</source>
        <translation>&amp;Pausar bloqueo…</translation>
    </message>
    <message>
        <source>Res&amp;ume lock…</source>
        <translation>&amp;Reanudar bloqueo…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>&amp;Traspasar…</translation>
    </message>
    <message>
        <source>&amp;Name lock…</source>
        <translation>&amp;Nombrar bloqueo…</translation>
    </message>
    <message>
        <source>&amp;Export leases…</source>
        <translation>E&amp;xportar concesiones…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtro</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Acerca de</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Watches leader leases on PostgreSQL and takes them back safely.
MIT licence.</source>
        <translation>Observa concesiones de liderazgo en PostgreSQL y las recupera de forma segura.
Licencia MIT.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloqueo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervalo</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Horas</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>Hora &amp;local</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;How long ago</source>
        <translation>Hace &amp;cuánto</translation>
    </message>
    <message>
        <source>Say in the system&apos;s tray when a lock has lost its leader</source>
        <translation>Avisar en la bandeja del sistema cuando un bloqueo haya perdido a su líder</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Hist&amp;orial</translation>
    </message>
    <message>
        <source>Take the selected lock back from its holder</source>
        <translation>Retirar a su titular el bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Ahora no: %1</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>Ya está en pausa.</translation>
    </message>
    <message>
        <source>Revoke the holder, and let nobody take the lock until it is resumed</source>
        <translation>Revocar al titular y no dejar que nadie tome el bloqueo hasta que se reanude</translation>
    </message>
    <message>
        <source>It is neither paused nor reserved.</source>
        <translation>No está ni en pausa ni reservado.</translation>
    </message>
    <message>
        <source>Let every candidate take the lock again</source>
        <translation>Dejar que cualquier candidato vuelva a poder tomar el bloqueo</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Nadie tiene el bloqueo.</translation>
    </message>
    <message>
        <source>Let one instance take the lock from its holder</source>
        <translation>Dejar que una instancia concreta tome el bloqueo de su titular</translation>
    </message>
    <message>
        <source>Give the lock a name, for everybody</source>
        <translation>Dar un nombre al bloqueo, para todos</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>El idioma cambia cuando se vuelve a iniciar el monitor.</translation>
    </message>
    <message>
        <source>&amp;Group by holder</source>
        <translation>A&amp;grupar por titular</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>Icono en la &amp;bandeja</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>Evict the holder, if it is dead and will not let go</source>
        <translation>Expulsar al titular, si está muerto y no va a soltar</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>Ord&amp;enar por</translation>
    </message>
    <message>
        <source>There is only one page.</source>
        <translation>Solo hay una página.</translation>
    </message>
    <message>
        <source>Watch this schema no more</source>
        <translation>Dejar de observar este esquema</translation>
    </message>
    <message>
        <source>Show the next schema</source>
        <translation>Mostrar el esquema siguiente</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Seleccione primero un bloqueo.</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers (Ctrl+C in the table)</source>
        <translation>Copiar las filas seleccionadas con sus encabezados (Ctrl+C en la tabla)</translation>
    </message>
    <message>
        <source>One page for each schema that is watched</source>
        <translation>Una página por cada esquema vigilado</translation>
    </message>
    <message>
        <source>Who leads, for how long, and who waits</source>
        <translation>Quién lidera, por cuánto tiempo y quién espera</translation>
    </message>
    <message>
        <source>There is no system tray on this desktop now; the icon appears once there is one.</source>
        <translation>Ahora no hay bandeja del sistema en este escritorio; el icono aparecerá cuando la haya.</translation>
    </message>
</context>
<context>
    <name>Elector::MonitorOptions</name>
    <message>
        <source>A window on the leases in a PostgreSQL database: who leads, for how long, and a safe way to take a lock back.</source>
        <translation>Una ventana a las concesiones de una base de datos PostgreSQL: quién lidera, por cuánto tiempo, y una forma segura de recuperar un bloqueo.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostrar la versión.</translation>
    </message>
    <message>
        <source>Where to connect: postgresql://user@host/database or &quot;host=… dbname=…&quot;. Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>Adónde conectarse: postgresql://user@host/database o &quot;host=… dbname=…&quot;. Si no se indica, deciden ELECTOR_DSN o las variables PG… del entorno.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>How often rows are read, such as 500ms, 2s or 1min (default: as last time, or 1s).</source>
        <translation>Cada cuánto se leen las filas, por ejemplo 500ms, 2s o 1min (por omisión: como la última vez, o 1s).</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>Only watch: nothing can be released.</source>
        <translation>Solo observar: no se puede liberar nada.</translation>
    </message>
    <message>
        <source>system, light or dark (default: system).</source>
        <translation>system, light o dark (por omisión: system).</translation>
    </message>
    <message>
        <source>look</source>
        <translation>aspecto</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option. An address is given with --dsn.</source>
        <translation>«%1» no es una opción. Una dirección se indica con --dsn.</translation>
    </message>
    <message>
        <source>--interval %1 is not a duration: %2.</source>
        <translation>--interval %1 no es una duración: %2.</translation>
    </message>
    <message>
        <source>--interval %1 is out of range: 100ms to 60min.</source>
        <translation>--interval %1 está fuera del intervalo permitido: de 100ms a 60min.</translation>
    </message>
    <message>
        <source>--appearance %1 is not known: system, light or dark.</source>
        <translation>--appearance %1 no se conoce: system, light o dark.</translation>
    </message>
    <message>
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system&apos;s).</source>
        <translation>El idioma de la ventana: en, de, es, ru o zh_CN (por omisión: el elegido en la ventana, o el del sistema).</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>--language %1 is not known: en, de, es, ru or zh_CN.</source>
        <translation>--language %1 no se conoce: en, de, es, ru o zh_CN.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>No service file has a service “%1”. Known are: %2.</source>
        <translation>Ningún archivo de servicios tiene un servicio «%1». Se conocen: %2.</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known are: %2.</source>
        <translation>No hay ningún perfil «%1». Se conocen: %2.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --dsn and --service.</source>
        <translation>--profile lo dice todo sobre la conexión: omita --dsn y --service.</translation>
    </message>
    <message>
        <source>--dsn and --service exclude each other: use --service alone, or write service=%1 into the address.</source>
        <translation>--dsn y --service se excluyen mutuamente: use solo --service, o escriba service=%1 en la dirección.</translation>
    </message>
    <message>
        <source>a password on the command line stays in the shell&apos;s history; better are .pgpass, or a profile with --profile.</source>
        <translation>una contraseña en la línea de órdenes queda en el historial del intérprete; es mejor .pgpass, o un perfil con --profile.</translation>
    </message>
    <message>
        <source>Connect to a service of libpq&apos;s service file instead.</source>
        <translation>Conectarse en su lugar a un servicio del archivo de servicios de libpq.</translation>
    </message>
    <message>
        <source>Schema of leader_lease; may be repeated (default: that of the profile, or public).</source>
        <translation>Esquema de leader_lease; se puede repetir (por omisión: el del perfil, o public).</translation>
    </message>
    <message>
        <source>Connect as saved under this name in the window instead; may be repeated, for several databases at once.</source>
        <translation>Conectarse como se guardó con este nombre en la ventana; se puede repetir, para varias bases de datos a la vez.</translation>
    </message>
    <message>
        <source>--schema is for one connection: with several profiles, each has its own schemas.</source>
        <translation>--schema es para una conexión: con varios perfiles, cada uno tiene sus propios esquemas.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --pooling.</source>
        <translation>--profile lo dice todo sobre la conexión: omita --pooling.</translation>
    </message>
    <message>
        <source>The pooling “%1” is not known: session or transaction.</source>
        <translation>El pooling «%1» no se conoce: session o transaction.</translation>
    </message>
    <message>
        <source>session, or transaction for a pooler that lends sessions (default: ELECTOR_POOLING, or session).</source>
        <translation>session, o transaction para un pooler que presta sesiones (por defecto: ELECTOR_POOLING, o session).</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>Pausar el bloqueo %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume lock %1</source>
        <translation>Reanudar el bloqueo %1</translation>
    </message>
    <message>
        <source>Ends the pause or the reservation: every candidate may take the lock again.</source>
        <translation>Pone fin a la pausa o a la reserva: cualquier candidato puede volver a tomar el bloqueo.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Hand over lock %1</source>
        <translation>Traspasar el bloqueo %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Traspasar</translation>
    </message>
    <message>
        <source>To instance</source>
        <translation>A la instancia</translation>
    </message>
    <message>
        <source>Name lock %1</source>
        <translation>Nombrar el bloqueo %1</translation>
    </message>
    <message>
        <source>The name is kept in the database, for everybody. Leave it empty to take it away.</source>
        <translation>El nombre se guarda en la base de datos, para todos. Déjelo vacío para quitarlo.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>reserved for %1</source>
        <translation>reservado para %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>%1, by %2: %3</source>
        <translation>%1, por %2: %3</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Motivo (opcional)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Las filas no están al día: espere a que vuelva la conexión.</translation>
    </message>
    <message>
        <source>Name the instance that shall lead.</source>
        <translation>Indique la instancia que debe liderar.</translation>
    </message>
    <message>
        <source>Give a reason: it is recorded with your name.</source>
        <translation>Indique un motivo: se registra con su nombre.</translation>
    </message>
    <message>
        <source>Sent; waiting for the database…</source>
        <translation>Enviado; esperando a la base de datos…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing was done: another holder or term has the lock by now. Look again.</source>
        <translation>No se hizo nada: el bloqueo tiene ya otro titular u otro mandato. Vuelva a mirar.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: look at the lock before you try again.</source>
        <translation>La conexión se cortó antes de llegar la respuesta: mire el bloqueo antes de volver a intentarlo.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>No se hizo nada. %1</translation>
    </message>
    <message>
        <source>The lock is paused.</source>
        <translation>El bloqueo está en pausa.</translation>
    </message>
    <message>
        <source>The lock is free for every candidate again.</source>
        <translation>El bloqueo vuelve a estar abierto a cualquier candidato.</translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation>El nombre está guardado.</translation>
    </message>
    <message>
        <source>Now led by %1.</source>
        <translation>Ahora lidera %1.</translation>
    </message>
    <message>
        <source>The lock is paused; its holder has let go.</source>
        <translation>El bloqueo está en pausa; su titular lo ha soltado.</translation>
    </message>
    <message>
        <source>an instance that waits, or another</source>
        <translation>una instancia en espera, u otra</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Its holder is revoked: it steps down at its next renewal, %1 at the latest, and its work comes to its end.</source>
        <translation>Nadie toma el bloqueo hasta que usted lo reanude. A su titular se le revoca: renuncia en su próxima renovación (como muy tarde: %1) y su trabajo llega a su fin.</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it.</source>
        <translation>Nadie toma el bloqueo hasta que usted lo reanude.</translation>
    </message>
    <message>
        <source>The holder is revoked and lets go, %1 at the latest. Only the instance that you name may take the lock: until it has, or until the reservation ends, %2. If no such instance waits, nobody leads until then.</source>
        <translation>Se revoca al titular y este suelta el bloqueo (como muy tarde: %1). Solo la instancia que usted indique puede tomarlo: hasta que lo haya hecho, o hasta que termine la reserva (%2). Si no hay tal instancia en espera, nadie lidera hasta entonces.</translation>
    </message>
    <message>
        <source>Somebody else has named the lock meanwhile. Close, and look again.</source>
        <translation>Entretanto otra persona ha dado nombre al bloqueo. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>The lock is neither paused nor reserved any more. Close, and look again.</source>
        <translation>El bloqueo ya no está ni en pausa ni reservado. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>Somebody else has given another order meanwhile. Close, and look again.</source>
        <translation>Entretanto otra persona ha dado otra orden. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: it is no longer held as you see here. Close, and look again.</source>
        <translation>El bloqueo ha cambiado entretanto: ya no está como se ve aquí. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>The holder has been revoked meanwhile. Close, and look again.</source>
        <translation>Entretanto se ha revocado al titular. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>The lock is reserved.</source>
        <translation>El bloqueo está reservado.</translation>
    </message>
    <message>
        <source>%1 Waiting for the holder to let go, %2 at the latest…</source>
        <translation>%1 Esperando a que el titular suelte, como muy tarde %2…</translation>
    </message>
    <message>
        <source>%1 Waiting for the instance to take it…</source>
        <translation>%1 Esperando a que la instancia lo tome…</translation>
    </message>
    <message>
        <source>The reservation has ended: every candidate may take the lock.</source>
        <translation>La reserva ha terminado: cualquier candidato puede tomar el bloqueo.</translation>
    </message>
    <message>
        <source>Kept in the history, with your name</source>
        <translation>Se guarda en el historial, con su nombre</translation>
    </message>
    <message>
        <source>%1 holds the lock already: name another instance.</source>
        <translation>%1 ya tiene el bloqueo: indique otra instancia.</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewDock</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Overview of all that is watched</source>
        <translation>Resumen de todo lo que se observa</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewModel</name>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>lost %1 ago</source>
        <translation>perdida hace %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>live</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>no al día</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Server, database and schema</source>
        <translation>Servidor, base de datos y esquema</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Whether the numbers are what the database says now</source>
        <translation>Si las cifras son lo que dice ahora la base de datos</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Bloqueos</translation>
    </message>
    <message>
        <source>How many locks are known</source>
        <translation>Cuántos bloqueos se conocen</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Sin líder</translation>
    </message>
    <message>
        <source>Locks that nobody leads, without those that are paused</source>
        <translation>Bloqueos que nadie lidera, sin contar los que están en pausa</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirados</translation>
    </message>
    <message>
        <source>Leases that ran out, and that nobody has taken over</source>
        <translation>Concesiones que expiraron y que nadie ha tomado</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>Por poco</translation>
    </message>
    <message>
        <source>Locks whose holder renewed only just in time, within the last 15 minutes</source>
        <translation>Bloqueos cuyo titular renovó justo a tiempo en los últimos 15 minutos</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Inestables</translation>
    </message>
    <message>
        <source>Locks that changed hands three times or more within ten minutes</source>
        <translation>Bloqueos que cambiaron de manos tres veces o más en diez minutos</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Locks that an operator has paused</source>
        <translation>Bloqueos que un operador ha puesto en pausa</translation>
    </message>
    <message numerus="yes">
        <source>All %n schema(s)</source>
        <translation>
            <numerusform>El único esquema</numerusform>
            <numerusform>Los %n esquemas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 de %2 al día</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>Contraseña para %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>empty, if the server wants none</source>
        <translation>vacía, si el servidor no pide ninguna</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Conec&amp;tar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordVault</name>
    <message>
        <source>No keyring here: the password is asked for each time.</source>
        <translation>Aquí no hay llavero: la contraseña se pide cada vez.</translation>
    </message>
    <message>
        <source>The keyring gave no access: the password is asked for this time.</source>
        <translation>El llavero no dio acceso: esta vez se pide la contraseña.</translation>
    </message>
    <message>
        <source>The keyring failed (%1): the password is asked for this time.</source>
        <translation>El llavero falló (%1): esta vez se pide la contraseña.</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStore</name>
    <message>
        <source>The settings file %1 is damaged; what can be read of it is used.</source>
        <translation>El archivo de configuración %1 está dañado; se usa lo que se puede leer de él.</translation>
    </message>
    <message>
        <source>The profile “%1” in the settings is skipped. %2</source>
        <translation>Se omite el perfil «%1» de la configuración. %2</translation>
    </message>
    <message>
        <source>Its colour is not known.</source>
        <translation>Su color no se conoce.</translation>
    </message>
    <message>
        <source>Where its password comes from is not known.</source>
        <translation>No se sabe de dónde viene su contraseña.</translation>
    </message>
    <message>
        <source>Whether it is read-only is not known.</source>
        <translation>No se sabe si es de solo lectura.</translation>
    </message>
    <message>
        <source>It has a password in it, which does not belong there: remove it from the file.</source>
        <translation>Contiene una contraseña, que no debe estar ahí: quítela del archivo.</translation>
    </message>
    <message>
        <source>Another profile has this name: choose a different one.</source>
        <translation>Otro perfil tiene este nombre: elija uno distinto.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>No se puede escribir el archivo de configuración %1.</translation>
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
        <translation>Liberar el bloqueo %1</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Mandato</translation>
    </message>
    <message>
        <source>none (plain table)</source>
        <translation>ninguno (tabla simple)</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Expira en</translation>
    </message>
    <message>
        <source>&amp;Revoke: the holder lets go first</source>
        <translation>&amp;Revocar: el titular suelta primero</translation>
    </message>
    <message>
        <source>&amp;Evict: take the row away at once (dangerous)</source>
        <translation>&amp;Expulsar: quitar la fila de inmediato (peligroso)</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Escriba %1 para confirmar:</translation>
    </message>
    <message>
        <source>Name of the lock, to confirm the eviction</source>
        <translation>Nombre del bloqueo, para confirmar la expulsión</translation>
    </message>
    <message>
        <source>Rea&amp;son, kept in the history:</source>
        <translation>&amp;Motivo, se guarda en el historial:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>for example: node hangs since the deploy of 14:00</source>
        <translation>por ejemplo: el nodo está colgado desde el despliegue de las 14:00</translation>
    </message>
    <message>
        <source>Rea&amp;son (a plain table does not keep it):</source>
        <translation>&amp;Motivo (una tabla simple no lo guarda):</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Bloqueo %1</translation>
    </message>
    <message>
        <source>The window watches another server now.</source>
        <translation>La ventana observa ahora otro servidor.</translation>
    </message>
    <message>
        <source>The connection is broken: nothing can be released until it is back.</source>
        <translation>La conexión está cortada: no se puede liberar nada hasta que vuelva.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: this holder and term no longer hold it. Close, and look again.</source>
        <translation>El bloqueo ha cambiado entretanto: este titular y este mandato ya no lo tienen. Cierre y vuelva a mirar.</translation>
    </message>
    <message>
        <source>Type the lock&apos;s name or id to confirm the eviction.</source>
        <translation>Escriba el nombre o el id. del bloqueo para confirmar la expulsión.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Indique un motivo.</translation>
    </message>
    <message>
        <source>The holder is told to stop and steps down, at once if it listens, otherwise at its next renewal. Nobody else can lead before it has let go or its lease has run out (%1).</source>
        <translation>Se indica al titular que pare y este renuncia: de inmediato si escucha; si no, en su próxima renovación. Nadie más puede liderar antes de que haya soltado el bloqueo o de que haya expirado su concesión (%1).</translation>
    </message>
    <message>
        <source>This holder is a node of the npm package nest-leader-election: it notices only at its next completed renewal, which can be later than that.</source>
        <translation>Este titular es un nodo del paquete npm nest-leader-election: solo lo advierte al completar su próxima renovación, que puede ser más tarde.</translation>
    </message>
    <message>
        <source>Another node can lead within milliseconds, while the old holder may act as leader until its lease has run out (%1). Only for a holder that is known to be dead.</source>
        <translation>Otro nodo puede liderar en milisegundos, mientras que el titular anterior puede actuar como líder hasta que haya expirado su concesión (%1). Solo para un titular del que se sabe con certeza que está muerto.</translation>
    </message>
    <message>
        <source>moved on</source>
        <translation>ha cambiado</translation>
    </message>
    <message>
        <source>Evict</source>
        <translation>Expulsar</translation>
    </message>
    <message>
        <source>Recorded as %1, role %2.</source>
        <translation>Se registra como %1, rol %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Asking the database to evict the holder…</source>
        <translation>Pidiendo a la base de datos que expulse al titular…</translation>
    </message>
    <message>
        <source>Asking the database to revoke the lease…</source>
        <translation>Pidiendo a la base de datos que revoque la concesión…</translation>
    </message>
    <message>
        <source>Evicted. The old holder&apos;s lease is over.</source>
        <translation>Expulsado. La concesión del titular anterior ha terminado.</translation>
    </message>
    <message>
        <source>Revoked. The old holder&apos;s lease is over.</source>
        <translation>Revocado. La concesión del titular anterior ha terminado.</translation>
    </message>
    <message>
        <source>Refused, nothing was done: the lock has moved on. Holder or term are no longer those that you saw.</source>
        <translation>Rechazado, no se hizo nada: el bloqueo ha cambiado. El titular o el mandato ya no son los que usted vio.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>No se hizo nada. %1</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: the next rows will show whether it was done.</source>
        <translation>La conexión se cortó antes de llegar la respuesta: las próximas filas mostrarán si se hizo.</translation>
    </message>
    <message>
        <source>The connection is broken: what happens now cannot be seen.</source>
        <translation>La conexión está cortada: no se puede ver lo que ocurre ahora.</translation>
    </message>
    <message>
        <source>The lock is free.</source>
        <translation>El bloqueo está libre.</translation>
    </message>
    <message>
        <source>Waiting for the next leader…</source>
        <translation>Esperando al próximo líder…</translation>
    </message>
    <message>
        <source>The old holder is still in the row…</source>
        <translation>El titular anterior sigue en la fila…</translation>
    </message>
    <message>
        <source>Waiting for the old holder to let go, %1 at the latest…</source>
        <translation>Esperando a que el titular anterior suelte, como muy tarde %1…</translation>
    </message>
    <message>
        <source>%1 leads again, with term %2.</source>
        <translation>%1 vuelve a liderar, con el mandato %2.</translation>
    </message>
    <message>
        <source>%1 leads, with term %2.</source>
        <translation>%1 lidera, con el mandato %2.</translation>
    </message>
    <message>
        <source>%1 leads again.</source>
        <translation>%1 vuelve a liderar.</translation>
    </message>
    <message>
        <source>%1 leads.</source>
        <translation>%1 lidera.</translation>
    </message>
    <message>
        <source>It is revoked already: wait until the holder lets go, or choose to evict it.</source>
        <translation>Ya está revocado: espere a que el titular suelte, o elija expulsarlo.</translation>
    </message>
    <message>
        <source>Already revoked: the lock is free when the holder has let go or its lease has run out (%1). Wait, or evict the holder.</source>
        <translation>Ya revocado: el bloqueo queda libre cuando el titular lo haya soltado o su concesión haya expirado (%1). Espere, o expulse al titular.</translation>
    </message>
    <message>
        <source>Already revoked by %1: the lock is free when the holder has let go or its lease has run out (%2). Wait, or evict the holder.</source>
        <translation>Ya revocado por %1: el bloqueo queda libre cuando el titular lo haya soltado o su concesión haya expirado (%2). Espere, o expulse al titular.</translation>
    </message>
    <message>
        <source>Evicted. The old holder may still act as leader until its lease is over: %1.</source>
        <translation>Expulsado. El titular anterior aún puede actuar como líder hasta que termine su concesión: %1.</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, %1 at the latest.</source>
        <translation>Revocado. El titular lo soltará, como muy tarde: %1.</translation>
    </message>
    <message>
        <source>Takes a lock from its holder: the safe way, or the dangerous one</source>
        <translation>Quita un bloqueo a su titular: de forma segura, o de la peligrosa</translation>
    </message>
    <message>
        <source>Then only %1 can lead: the lock is reserved for it.</source>
        <translation>Después solo %1 puede liderar: el bloqueo está reservado para esa instancia.</translation>
    </message>
    <message numerus="yes">
        <source>Then one of the %n session(s) that wait can lead.</source>
        <translation>
            <numerusform>Después puede liderar la única sesión que espera.</numerusform>
            <numerusform>Después puede liderar una de las %n sesiones que esperan.</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is known to wait: nobody may lead then until one comes.</source>
        <translation>No se conoce ninguna sesión que espere: después puede que nadie lidere hasta que llegue una.</translation>
    </message>
    <message>
        <source>It is paused: nobody takes it until it is resumed.</source>
        <translation>Está en pausa: nadie lo toma hasta que se reanude.</translation>
    </message>
    <message>
        <source>It is reserved for %1: waiting for that instance to take it…</source>
        <translation>Está reservado para %1: esperando a que esa instancia lo tome…</translation>
    </message>
    <message>
        <source>No session is known to wait for it. Waiting for the next leader…</source>
        <translation>No se conoce ninguna sesión que lo espere. Esperando al próximo líder…</translation>
    </message>
</context>
<context>
    <name>Elector::ReleasePermission</name>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>The window was started with --read-only: it only watches.</source>
        <translation>La ventana se inició con --read-only: solo observa.</translation>
    </message>
    <message>
        <source>may not release</source>
        <translation>no puede liberar</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary to release a lock.</source>
        <translation>Este servidor está en espera: conéctese al primario para liberar un bloqueo.</translation>
    </message>
    <message>
        <source>Role %1 may only read: releasing needs the privileges UPDATE and DELETE on %2.leader_lease.</source>
        <translation>El rol %1 solo puede leer: liberar requiere los privilegios UPDATE y DELETE sobre %2.leader_lease.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first, so that you release what you see.</source>
        <translation>La observación está en pausa: reanúdela primero, para liberar lo que realmente ve.</translation>
    </message>
    <message>
        <source>The rows are not current: a lock can be released once the connection is back.</source>
        <translation>Las filas no están al día: se podrá liberar un bloqueo en cuanto vuelva la conexión.</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Seleccione primero un bloqueo.</translation>
    </message>
    <message>
        <source>Nobody holds lock %1.</source>
        <translation>Nadie tiene el bloqueo %1.</translation>
    </message>
    <message>
        <source>The lease of lock %1 has expired: whoever bids next gets it.</source>
        <translation>La concesión del bloqueo %1 ha expirado: lo obtiene el próximo que se postule.</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Las filas no están al día: espere a que vuelva la conexión.</translation>
    </message>
    <message>
        <source>A plain table has no room for it; “elector migrate” makes it full.</source>
        <translation>Una tabla simple no tiene sitio para ello; «elector migrate» la hace completa.</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary.</source>
        <translation>Este servidor está en espera: conéctese al primario.</translation>
    </message>
    <message>
        <source>Role %1 may only read: it needs EXECUTE on the functions %2.leader_lease_order and %2.leader_lease_rename.</source>
        <translation>El rol %1 solo puede leer: necesita EXECUTE sobre las funciones %2.leader_lease_order y %2.leader_lease_rename.</translation>
    </message>
    <message>
        <source>This connection was made read-only: the window only watches it.</source>
        <translation>Esta conexión se hizo de solo lectura: la ventana solo la observa.</translation>
    </message>
    <message>
        <source>The profile %1 is read-only: the window only watches.</source>
        <translation>El perfil %1 es de solo lectura: la ventana solo observa.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first.</source>
        <translation>La observación está en pausa: reanúdela primero.</translation>
    </message>
    <message>
        <source>Several rows are selected: select only the lock that you mean.</source>
        <translation>Hay varias filas seleccionadas: seleccione solo el bloqueo que le interesa.</translation>
    </message>
</context>
<context>
    <name>Elector::SafeTls</name>
    <message>
        <source>%1 applies, as chosen here.</source>
        <translation>Se aplica %1, como se eligió aquí.</translation>
    </message>
    <message>
        <source>%1 applies: the service file says so.</source>
        <translation>Se aplica %1: así lo dice el archivo de servicios.</translation>
    </message>
    <message>
        <source>%1 applies: the variable PGSSLMODE says so.</source>
        <translation>Se aplica %1: así lo dice la variable PGSSLMODE.</translation>
    </message>
    <message>
        <source>%1 applies, because the server may be another machine.</source>
        <translation>Se aplica %1, porque el servidor puede ser otro equipo.</translation>
    </message>
    <message>
        <source>%1 applies, because %2 is another machine.</source>
        <translation>Se aplica %1, porque %2 es otro equipo.</translation>
    </message>
    <message>
        <source>libpq decides (prefer), because the server is on this machine.</source>
        <translation>Decide libpq (prefer), porque el servidor está en este equipo.</translation>
    </message>
    <message>
        <source>verify-full for another machine, libpq&apos;s choice for this one.</source>
        <translation>verify-full para otro equipo, lo que elija libpq para este.</translation>
    </message>
    <message>
        <source>Never encrypted: everybody on the way can read along.</source>
        <translation>Nunca cifrada: cualquiera en el camino puede leerlo todo.</translation>
    </message>
    <message>
        <source>Encrypted only if the server insists on it.</source>
        <translation>Cifrada solo si el servidor insiste en ello.</translation>
    </message>
    <message>
        <source>Encrypted if the server can; nobody notices if not.</source>
        <translation>Cifrada si el servidor puede; si no, nadie lo nota.</translation>
    </message>
    <message>
        <source>Always encrypted, but it may be another server.</source>
        <translation>Siempre cifrada, pero puede ser otro servidor.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust.</source>
        <translation>Cifrada, y el certificado está firmado por una CA de confianza.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust and names this host.</source>
        <translation>Cifrada, y el certificado está firmado por una CA de confianza y nombra este host.</translation>
    </message>
    <message>
        <source>There is no root certificate “%1”, so that no server&apos;s certificate can be verified.</source>
        <translation>No hay ningún certificado raíz «%1», de modo que no se puede verificar el certificado de ningún servidor.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or write “system” for those that this machine trusts.</source>
        <translation>Elija el archivo de la CA del servidor, o escriba «system» para aquellas en las que confía este equipo.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or %1 for those that this machine trusts.</source>
        <translation>Elija el archivo de la CA del servidor, o %1 para aquellas en las que confía este equipo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: connect by a name that stands in it, or make sure that it is the server that you mean.</source>
        <translation>El certificado del servidor es para otro nombre: conéctese con un nombre que figure en él, o asegúrese de que es el servidor que usted quiere.</translation>
    </message>
    <message>
        <source>Give the host by its name as well: an address alone cannot be verified.</source>
        <translation>Indique también el host por su nombre: una dirección sola no se puede verificar.</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.</source>
        <translation>Active TLS en el servidor, o elija un cifrado inferior si nadie puede escuchar en el camino.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, has been revoked, or is not signed by a CA in the root certificate: choose the file of the CA that signed it, or make sure that it is the server that you mean.</source>
        <translation>El certificado del servidor ha caducado, ha sido revocado o no está firmado por una CA del certificado raíz: elija el archivo de la CA que lo firmó o asegúrese de que es el servidor que usted quiere.</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours: choose one that names the user, from a CA that the server trusts, and its key.</source>
        <translation>El servidor exige un certificado suyo: elija uno que nombre al usuario, de una CA en la que el servidor confíe, y su clave.</translation>
    </message>
</context>
<context>
    <name>Elector::ServerStatus</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>Lo que muestra la tabla</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>Server and database: %1
Role: %2
Schema: %3</source>
        <translation>Servidor y base de datos: %1
Rol: %2
Esquema: %3</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primario</translation>
    </message>
    <message>
        <source>A standby: leases can be seen, nothing can be released here.</source>
        <translation>Un servidor en espera: se ven las concesiones, pero aquí no se puede liberar nada.</translation>
    </message>
    <message>
        <source>A primary: it decides who leads.</source>
        <translation>Un primario: decide quién lidera.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>Full schema: terms, history and notifications.</source>
        <translation>Esquema completo: mandatos, historial y notificaciones.</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>simple</translation>
    </message>
    <message>
        <source>Plain table: no terms, no names, no history, and changes are seen only by polling. “elector migrate” adds them.</source>
        <translation>Tabla simple: sin mandatos, sin nombres, sin historial, y los cambios solo se ven consultando periódicamente. «elector migrate» añade todo esto.</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>sin tabla</translation>
    </message>
    <message>
        <source>There is no usable leader_lease in schema %1.</source>
        <translation>No hay una leader_lease utilizable en el esquema %1.</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Version of the server</source>
        <translation>Versión del servidor</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>sin TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>La conexión está cifrada.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. That is usual for a local socket only.</source>
        <translation>La conexión no está cifrada. Eso solo es habitual en un socket local.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Round trip of the last read</source>
        <translation>Tiempo de ida y vuelta de la última lectura</translation>
    </message>
    <message>
        <source>clock %1 ± %2 ms</source>
        <translation>reloj %1 ± %2 ms</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this machine&apos;s, and how far that may be off. Countdowns follow the server&apos;s clock and do not depend on it.</source>
        <translation>El reloj del servidor menos el de este equipo, y cuánto puede errar ese valor. Las cuentas atrás siguen el reloj del servidor y no dependen de él.</translation>
    </message>
</context>
<context>
    <name>Elector::ServiceFile</name>
    <message>
        <source>The service file “%1” cannot be read.</source>
        <translation>El archivo de servicios «%1» no se puede leer.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is too long for libpq, which reads no further.</source>
        <translation>La línea %1 del archivo de servicios «%2» es demasiado larga para libpq, que no sigue leyendo.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” begins a section and lacks its “]”.</source>
        <translation>La línea %1 del archivo de servicios «%2» empieza una sección y le falta el «]».</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is not “keyword=value”.</source>
        <translation>La línea %1 del archivo de servicios «%2» no es «clave=valor».</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” names another service, which libpq does not allow.</source>
        <translation>La línea %1 del archivo de servicios «%2» nombra otro servicio, lo que libpq no permite.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” has a keyword that libpq does not know: “%3”.</source>
        <translation>La línea %1 del archivo de servicios «%2» tiene una clave que libpq no conoce: «%3».</translation>
    </message>
</context>
<context>
    <name>Elector::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down</source>
        <translation>Arriba, Abajo, Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>Choose a lock</source>
        <translation>Elegir un bloqueo</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Mayús+Tab</translation>
    </message>
    <message>
        <source>From table to table and field to field</source>
        <translation>De tabla en tabla y de campo en campo</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>Izquierda, Derecha, Espacio</translation>
    </message>
    <message>
        <source>Fold the locks of a holder away, or show them</source>
        <translation>Plegar o mostrar los bloqueos de un titular</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Tecla Menú</translation>
    </message>
    <message>
        <source>What can be done with the selected lock</source>
        <translation>Lo que se puede hacer con el bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Abajo</translation>
    </message>
    <message>
        <source>In the filter: choose states, or a regular expression</source>
        <translation>En el filtro: elegir estados o una expresión regular</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>Izquierda, Derecha, Inicio, Fin</translation>
    </message>
    <message>
        <source>In the timeline: move</source>
        <translation>En la cronología: desplazarse</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+, −, 0</translation>
    </message>
    <message>
        <source>In the timeline: zoom, and show everything</source>
        <translation>En la cronología: acercar, alejar y mostrar todo</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+Izquierda, Ctrl+Derecha</translation>
    </message>
    <message>
        <source>In the timeline: from term to term</source>
        <translation>En la cronología: de mandato en mandato</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down, Ctrl+A</source>
        <translation>Mayús+Arriba, Mayús+Abajo, Ctrl+A</translation>
    </message>
    <message>
        <source>Choose several locks, to copy them</source>
        <translation>Elegir varios bloqueos, para copiarlos</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers</source>
        <translation>Copiar las filas seleccionadas con sus encabezados</translation>
    </message>
    <message>
        <source>Every key of the window, and what it does</source>
        <translation>Cada tecla de la ventana y lo que hace</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>To the menus: all that has no key of its own</source>
        <translation>A los menús: todo lo que no tiene tecla propia</translation>
    </message>
</context>
<context>
    <name>Elector::Spoken</name>
    <message>
        <source>Leaves this window without doing anything more</source>
        <translation>Cierra esta ventana sin hacer nada más</translation>
    </message>
</context>
<context>
    <name>Elector::TenuresText</name>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Lidera</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirado</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Soltado tras revocación</translation>
    </message>
    <message>
        <source>Ran out after revoke</source>
        <translation>Expirado tras revocación</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Expulsado</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Relevado</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Tabla vaciada</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Tabla actualizada</translation>
    </message>
    <message>
        <source>End not recorded</source>
        <translation>Fin no registrado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Operador: %1</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>Escrito por: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>Mandato: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Desde: %1</translation>
    </message>
    <message>
        <source>From: not known, the history begins at %1</source>
        <translation>Desde: no se sabe, el historial empieza en %1</translation>
    </message>
    <message>
        <source>To: %1, when its lease ran out; nobody has taken note of it yet</source>
        <translation>Hasta: %1, cuando expiró su concesión; nadie ha tomado nota aún</translation>
    </message>
    <message>
        <source>To: still going on</source>
        <translation>Hasta: aún continúa</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Hasta: %1</translation>
    </message>
    <message>
        <source>To: %1 at the latest</source>
        <translation>Hasta: %1 como muy tarde</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>Duración: %1</translation>
    </message>
    <message>
        <source>Length: %1 at most</source>
        <translation>Duración: %1 como máximo</translation>
    </message>
    <message>
        <source>Length: %1 at least</source>
        <translation>Duración: %1 como mínimo</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Revocado: %1</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Fin: %1</translation>
    </message>
    <message>
        <source>Nobody leads</source>
        <translation>Nadie lidera</translation>
    </message>
    <message>
        <source>Nobody led</source>
        <translation>Nadie lideraba</translation>
    </message>
    <message>
        <source>From: %1 or earlier, when the lease ran out</source>
        <translation>Desde: %1 o antes, cuando expiró la concesión</translation>
    </message>
    <message>
        <source>Length: not known</source>
        <translation>Duración: no se sabe</translation>
    </message>
    <message>
        <source>Lock paused: nobody may take it</source>
        <translation>Bloqueo en pausa: nadie puede tomarlo</translation>
    </message>
    <message>
        <source>Lock reserved for %1</source>
        <translation>Bloqueo reservado para %1</translation>
    </message>
    <message>
        <source>To: until its time is over</source>
        <translation>Hasta: que acabe su plazo</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back by %1</source>
        <translation>El reloj del servidor se atrasó %1</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>Hora: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>Sobre: %1</translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation>Mandatos: %1.</translation>
    </message>
    <message>
        <source>Gaps without a leader: %1.</source>
        <translation>Huecos sin líder: %1.</translation>
    </message>
    <message>
        <source>Longest term: %1.</source>
        <translation>Mandato más largo: %1.</translation>
    </message>
    <message>
        <source>Longest gap: %1.</source>
        <translation>Hueco más largo: %1.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineExport</name>
    <message>
        <source>%1 to %2</source>
        <translation>De %1 a %2</translation>
    </message>
    <message>
        <source>Who led lock %1</source>
        <translation>Quién lideró el bloqueo %1</translation>
    </message>
    <message>
        <source>%1. Made %2.</source>
        <translation>%1. Creado: %2.</translation>
    </message>
    <message>
        <source>All that is known: %1</source>
        <translation>Todo lo que se sabe: %1</translation>
    </message>
    <message>
        <source>The picture for %1 could not be made.</source>
        <translation>No se pudo crear la imagen para %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>No se puede escribir el archivo %1: %2.</translation>
    </message>
    <message>
        <source>The printer does not take the page.</source>
        <translation>La impresora no acepta la página.</translation>
    </message>
    <message>
        <source>The page could not be finished.</source>
        <translation>No se pudo terminar la página.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineLegend</name>
    <message>
        <source>Revoked, still there</source>
        <translation>Revocado, sigue ahí</translation>
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
        <translation>hora local</translation>
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
        <translation>Reservado para %1</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Sin líder</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Órdenes</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineScene</name>
    <message>
        <source>%1 others</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Sin líder</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineView</name>
    <message>
        <source>Lanes of the timeline</source>
        <translation>Carriles de la cronología</translation>
    </message>
    <message>
        <source>Timeline of the selected lock</source>
        <translation>Cronología del bloqueo seleccionado</translation>
    </message>
    <message>
        <source>Timeline of lock %1</source>
        <translation>Cronología del bloqueo %1</translation>
    </message>
    <message>
        <source>%1. Selected: %2</source>
        <translation>%1. Seleccionado: %2</translation>
    </message>
    <message>
        <source>Ctrl and the left and right arrow keys go from one term to the next.</source>
        <translation>Ctrl y las flechas izquierda y derecha van de un mandato al siguiente.</translation>
    </message>
</context>
<context>
    <name>Elector::TrayIcon</name>
    <message>
        <source>Show window</source>
        <translation>Mostrar ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The connection is lost.</source>
        <translation>Se ha perdido la conexión.</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Conectado de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) without a leader.</source>
        <translation>
            <numerusform>%n bloqueo sin líder.</numerusform>
            <numerusform>%n bloqueos sin líder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) renewed only just in time.</source>
        <translation>
            <numerusform>%n bloqueo renovado justo a tiempo.</numerusform>
            <numerusform>%n bloqueos renovados justo a tiempo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) changing hands again and again.</source>
        <translation>
            <numerusform>%n bloqueo cambia de manos una y otra vez.</numerusform>
            <numerusform>%n bloqueos cambian de manos una y otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elector Monitor: %n lock(s) without a leader</source>
        <translation>
            <numerusform>Elector Monitor: %n bloqueo sin líder</numerusform>
            <numerusform>Elector Monitor: %n bloqueos sin líder</numerusform>
        </translation>
    </message>
    <message>
        <source>Elector Monitor: every lock has a leader</source>
        <translation>Elector Monitor: todos los bloqueos tienen líder</translation>
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
        <translation>Véase elector-monitor --help.</translation>
    </message>
</context>
</TS>
