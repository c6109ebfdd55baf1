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
        <source>The role lacks EXECUTE on the guard's functions. GRANT it to those that work under it.</source>
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
    <name>Elector::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Or its parts; what is empty is left to libpq (PG… variables, .pgpass):</source>
        <translation>O sus partes; lo que quede vacío se deja a libpq (variables PG…, .pgpass):</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Base de datos</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>como antes</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>solo se guarda en memoria</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Esquema</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
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
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO this role.</source>
        <translation>Lo oculto puede verlo un miembro de pg_monitor: concédaselo a este rol (GRANT pg_monitor TO …).</translation>
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
    <name>Elector::HistoryModel</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, by the server's clock</source>
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
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
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
        <source>By the server's clock, unless the holder renews it</source>
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
</context>
<context>
    <name>Elector::LeaseModel</name>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
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
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
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
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>El token de fencing: crece con cada cambio de titular.</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>Una tabla simple no tiene mandatos; «elector migrate» los añade.</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>No hay concesión.</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server's clock</source>
        <translation>Resto de la concesión: %1 de %2, según el reloj del servidor</translation>
    </message>
    <message>
        <source>%1 left, by the server's clock. How long the whole lease is, the holder does not say.</source>
        <translation>Resto de la concesión: %1, según el reloj del servidor. El titular no dice cuánto dura la concesión entera.</translation>
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
        <source>%1, incarnation %2</source>
        <translation>%1, encarnación %2</translation>
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
        <source>Held, expired, revoked or free</source>
        <translation>Ocupado, expirado, revocado o libre</translation>
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
        <source>What is left of the lease by the server's clock</source>
        <translation>Lo que queda de la concesión según el reloj del servidor</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock, in local time</source>
        <translation>Desde cuándo tiene el titular el bloqueo, en hora local</translation>
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
        <source>In line for a row. Which one, the server does not always say: it may be another lock's.</source>
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
        <source>The holder's session, going by its name.</source>
        <translation>La sesión del titular, a juzgar por su nombre.</translation>
    </message>
    <message>
        <source>Several sessions bear the holder's name: one of them leads, the others wait.</source>
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
        <source>The server's process; pg_terminate_backend() takes this number.</source>
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
        <source>C&amp;opy row</source>
        <translation>&amp;Copiar fila</translation>
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
        <source>Say in the system's tray when a lock has lost its leader</source>
        <translation>Avisar en la bandeja del sistema cuando un bloqueo haya perdido a su líder</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>Muestra los bloqueos cuyo id., nombre, titular o estado contiene estas palabras</translation>
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
        <source>Tray &amp;icon</source>
        <translation>Ic&amp;ono en la bandeja</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>El idioma cambia cuando se vuelve a iniciar el monitor.</translation>
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
        <source>Where to connect: postgresql://user@host/database or "host=… dbname=…". Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>Adónde conectarse: postgresql://user@host/database o "host=… dbname=…". Si no se indica, deciden ELECTOR_DSN o las variables PG… del entorno.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>Schema of leader_lease (default: public).</source>
        <translation>Esquema de leader_lease (por omisión: public).</translation>
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
        <source>"%1" is not an option. An address is given with --dsn.</source>
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
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system's).</source>
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
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>Pausar el bloqueo %1</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Whoever holds it is revoked: it steps down at its next renewal, and its work comes to its end.</source>
        <translation>Nadie toma el bloqueo hasta que usted lo reanude. A quien lo tenga se le revoca: renuncia en su próxima renovación y su trabajo llega a su fin.</translation>
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
        <source>The holder is revoked, and only the instance that you name may take the lock: until it has, or until %1 after the present lease would have run out. If no such instance waits, nobody leads until then.</source>
        <translation>Se revoca al titular y solo la instancia que usted indique puede tomar el bloqueo: hasta que lo haya hecho, o hasta %1 después del momento en que habría expirado la concesión actual. Si no hay tal instancia en espera, nadie lidera hasta entonces.</translation>
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
        <source>The lock is reserved. Waiting for the instance to take it…</source>
        <translation>El bloqueo está reservado. Esperando a que la instancia lo tome…</translation>
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
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <source>Type the lock's name or id to confirm the eviction.</source>
        <translation>Escriba el nombre o el id. del bloqueo para confirmar la expulsión.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Indique un motivo.</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>nunca, pues esta concesión no tiene fin</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dentro de %1</translation>
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
        <source>Evicted. The old holder may still act as leader for %1.</source>
        <translation>Expulsado. El titular anterior aún puede actuar como líder durante %1.</translation>
    </message>
    <message>
        <source>Evicted. The old holder's lease is over.</source>
        <translation>Expulsado. La concesión del titular anterior ha terminado.</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, within %1 at the latest.</source>
        <translation>Revocado. El titular lo soltará en un plazo máximo de %1.</translation>
    </message>
    <message>
        <source>Revoked. The old holder's lease is over.</source>
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
        <source>Lock %1 was already taken back: it is free when the holder has let go or its lease has run out.</source>
        <translation>El bloqueo %1 ya fue revocado: queda libre cuando el titular lo haya soltado o haya expirado su concesión.</translation>
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
        <source>The server's clock minus this machine's, and how far that may be off. Countdowns follow the server's clock and do not depend on it.</source>
        <translation>El reloj del servidor menos el de este equipo, y cuánto puede errar ese valor. Las cuentas atrás siguen el reloj del servidor y no dependen de él.</translation>
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
</context>
</TS>
