<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Elector::AbilityModel</name>
    <message>
        <source>Terms: fencing tokens that grow with each change of holder</source>
        <translation>Amtszeiten: Fencing-Tokens, die mit jedem Wechsel des Inhabers wachsen</translation>
    </message>
    <message>
        <source>History: who led when</source>
        <translation>Verlauf: wer wann geführt hat</translation>
    </message>
    <message>
        <source>Names of locks</source>
        <translation>Namen der Sperren</translation>
    </message>
    <message>
        <source>What a leader publishes, such as its address</source>
        <translation>Was ein Leader veröffentlicht, etwa seine Adresse</translation>
    </message>
    <message>
        <source>Changes of holder are seen at once</source>
        <translation>Wechsel des Inhabers sind sofort zu sehen</translation>
    </message>
    <message>
        <source>Guard: strictly exclusive work in the same database</source>
        <translation>Guard: streng exklusive Arbeit in derselben Datenbank</translation>
    </message>
    <message>
        <source>Forced release</source>
        <translation>Erzwungene Freigabe</translation>
    </message>
    <message>
        <source>Waiting candidates</source>
        <translation>Wartende Kandidaten</translation>
    </message>
    <message>
        <source>Where sessions of others come from, and what they do</source>
        <translation>Woher fremde Sitzungen kommen und was sie tun</translation>
    </message>
    <message>
        <source>Something that this version does not know</source>
        <translation>Etwas, das diese Version nicht kennt</translation>
    </message>
    <message>
        <source>The table is a plain one. “elector migrate” makes it full.</source>
        <translation>Die Tabelle ist eine einfache. „elector migrate“ macht sie vollständig.</translation>
    </message>
    <message>
        <source>This is a standby. Connect to the primary.</source>
        <translation>Dies ist ein Standby. Verbinden Sie sich mit dem Primärserver.</translation>
    </message>
    <message>
        <source>Notifications do not arrive on this connection; it polls. A transaction pooler in between? Connect directly.</source>
        <translation>Auf dieser Verbindung kommen keine Benachrichtigungen an; sie fragt regelmäßig ab. Liegt ein Transaktions-Pooler dazwischen? Verbinden Sie sich direkt.</translation>
    </message>
    <message>
        <source>The role lacks UPDATE and DELETE on leader_lease. GRANT them, or connect as another role.</source>
        <translation>Der Rolle fehlen UPDATE und DELETE auf leader_lease. Erteilen Sie sie mit GRANT, oder verbinden Sie sich als andere Rolle.</translation>
    </message>
    <message>
        <source>The role lacks EXECUTE on the guard&apos;s functions. GRANT it to those that work under it.</source>
        <translation>Der Rolle fehlt EXECUTE auf den Funktionen des Guards. Erteilen Sie es mit GRANT den Rollen, die unter ihm arbeiten.</translation>
    </message>
    <message>
        <source>The role is no member of pg_monitor. GRANT pg_monitor or pg_read_all_stats to it.</source>
        <translation>Die Rolle ist kein Mitglied von pg_monitor. Erteilen Sie ihr mit GRANT pg_monitor oder pg_read_all_stats.</translation>
    </message>
    <message>
        <source>The role lacks a privilege.</source>
        <translation>Der Rolle fehlt ein Recht.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Why not, and what would help</source>
        <translation>Warum nicht, und was helfen würde</translation>
    </message>
</context>
<context>
    <name>Elector::Banner</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>Elector::CalmTable</name>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
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
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Read-only: nothing can be released</source>
        <translation>Nur &amp;lesend: Nichts kann freigegeben werden</translation>
    </message>
    <message>
        <source>needed to save it</source>
        <translation>zum Speichern nötig</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>Teile der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Password and TLS</source>
        <translation>&amp;Passwort und TLS</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Marks the pages of this connection</source>
        <translation>Kennzeichnet die Seiten dieser Verbindung</translation>
    </message>
    <message>
        <source>Pages of this connection only show; no action can be done</source>
        <translation>Seiten dieser Verbindung zeigen nur an; nichts kann ausgeführt werden</translation>
    </message>
    <message>
        <source>Where the server is, and how it is trusted</source>
        <translation>Wo der Server ist und wie ihm vertraut wird</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionImport</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Import an address</source>
        <translation>Adresse importieren</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>An address as other programs of PostgreSQL take it, or “host=… dbname=…”. A password in it is used now, and written nowhere.</source>
        <translation>Eine Adresse, wie andere PostgreSQL-Programme sie annehmen, oder „host=… dbname=…“. Ein Passwort darin wird jetzt verwendet und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Write or paste an address first.</source>
        <translation>Geben oder fügen Sie zuerst eine Adresse ein.</translation>
    </message>
    <message>
        <source>Makes a profile of the address; it can be changed before it is saved</source>
        <translation>Macht aus der Adresse ein Profil; es kann vor dem Speichern geändert werden</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionLabel</name>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>the default server</source>
        <translation>Server laut Voreinstellung</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionOpener</name>
    <message>
        <source>Waiting for the keyring. You can type the password instead.</source>
        <translation>Warten auf den Schlüsselbund. Sie können das Passwort auch eingeben.</translation>
    </message>
    <message>
        <source>The profile is not saved: the keyring keeps its password once it is.</source>
        <translation>Das Profil ist nicht gespeichert: Der Schlüsselbund bewahrt sein Passwort auf, sobald es gespeichert ist.</translation>
    </message>
    <message>
        <source>The keyring does not have it yet, and keeps it when it works.</source>
        <translation>Der Schlüsselbund hat es noch nicht und bewahrt es auf, wenn es funktioniert.</translation>
    </message>
    <message>
        <source>The server refused this password.</source>
        <translation>Der Server hat dieses Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionProfile</name>
    <message>
        <source>A port is a number from 1 to 65535; for several hosts, several with commas.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535; für mehrere Hosts mehrere, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Give the profile a name, such as “Orders, production”.</source>
        <translation>Geben Sie dem Profil einen Namen, etwa „Bestellungen, Produktion“.</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long: %n characters are enough.</source>
        <translation>
            <numerusform>Der Name ist zu lang: %n Zeichen genügt.</numerusform>
            <numerusform>Der Name ist zu lang: %n Zeichen genügen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name contains control characters: write it with letters, digits and signs.</source>
        <translation>Der Name enthält Steuerzeichen: Schreiben Sie ihn mit Buchstaben, Ziffern und Satzzeichen.</translation>
    </message>
    <message>
        <source>The name looks like an address with a password: choose another, names are not secret.</source>
        <translation>Der Name sieht aus wie eine Adresse mit Passwort: Wählen Sie einen anderen, Namen sind nicht geheim.</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>This looks like an address with a password: use “Import address…” for it.</source>
        <translation>Das sieht aus wie eine Adresse mit Passwort: Verwenden Sie dafür „Importieren …“.</translation>
    </message>
    <message>
        <source>Name a schema, such as public.</source>
        <translation>Nennen Sie ein Schema, etwa public.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionSecurityPage</name>
    <message>
        <source>Passw&amp;ord</source>
        <translation>Passw&amp;ort</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Stammzertifikat</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>Mein Zertifikat</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mein Schlüssel</translation>
    </message>
    <message>
        <source>Root certi&amp;ficate</source>
        <translation>Stamm&amp;zertifikat</translation>
    </message>
    <message>
        <source>&amp;My certificate</source>
        <translation>&amp;Mein Zertifikat</translation>
    </message>
    <message>
        <source>My &amp;key</source>
        <translation>Mein Sc&amp;hlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>From .pgpass, service file or environment</source>
        <translation>Aus .pgpass, Dienstdatei oder Umgebung</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>It stays in memory, and is written nowhere.</source>
        <translation>Es bleibt im Speicher und wird nirgends abgelegt.</translation>
    </message>
    <message>
        <source>It is asked for once, and kept in this desktop&apos;s keyring.</source>
        <translation>Es wird einmal erfragt und im Schlüsselbund dieses Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>libpq finds it, or the server wants none.</source>
        <translation>libpq findet es, oder der Server verlangt keines.</translation>
    </message>
    <message>
        <source>Where the password comes from</source>
        <translation>Woher das Passwort kommt</translation>
    </message>
    <message>
        <source>What is asked of TLS</source>
        <translation>Was von TLS verlangt wird</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionServerPage</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>no service file on this machine</source>
        <translation>keine Dienstdatei auf diesem Rechner</translation>
    </message>
    <message>
        <source>a section of the service file</source>
        <translation>ein Abschnitt der Dienstdatei</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>Datenban&amp;k</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Sche&amp;mas</source>
        <translation>Sche&amp;mas</translation>
    </message>
    <message>
        <source>public, or several with commas</source>
        <translation>public, oder mehrere mit Kommas</translation>
    </message>
    <message>
        <source>More settin&amp;gs</source>
        <translation>&amp;Weitere Parameter</translation>
    </message>
    <message>
        <source>What is empty is left to libpq: service file, PG… variables, its defaults.</source>
        <translation>Was leer ist, bleibt libpq überlassen: Dienstdatei, PG…-Variablen, Vorgaben.</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>named like the user</source>
        <translation>wie der Benutzername</translation>
    </message>
    <message>
        <source>named like you</source>
        <translation>wie Ihr Anmeldename</translation>
    </message>
    <message>
        <source> Write keyword=value, with spaces between several.</source>
        <translation> Schreiben Sie Schlüsselwort=Wert, mehrere mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Passwords are not written here: say under “Password and TLS” where it is.</source>
        <translation>Passwörter gehören nicht hierher: Geben Sie unter „Passwort und TLS“ an, wo es zu finden ist.</translation>
    </message>
    <message>
        <source>“%1” has a field of its own: write it there.</source>
        <translation>„%1“ hat ein eigenes Feld: Tragen Sie es dort ein.</translation>
    </message>
    <message>
        <source>none, or one that keeps sessions</source>
        <translation>keiner, oder einer, der Sitzungen behält</translation>
    </message>
    <message>
        <source>lends sessions (transaction pooling)</source>
        <translation>verleiht Sitzungen (Transaction Pooling)</translation>
    </message>
    <message>
        <source>Changes are then noticed by looking, not by notifications.</source>
        <translation>Änderungen werden dann durch Nachsehen bemerkt, nicht durch Benachrichtigungen.</translation>
    </message>
    <message>
        <source>Kind of pooler</source>
        <translation>Art des Poolers</translation>
    </message>
    <message>
        <source>What stands between this window and the server, such as PgBouncer.</source>
        <translation>Was zwischen diesem Fenster und dem Server steht, etwa PgBouncer.</translation>
    </message>
    <message>
        <source>&amp;Kind of pooler</source>
        <translation>Pooler da&amp;zwischen</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionTest</name>
    <message>
        <source>Only reading: this is a standby.</source>
        <translation>Nur Lesen: Dies ist ein Standby.</translation>
    </message>
    <message>
        <source>The role may release, pause, hand over and name locks.</source>
        <translation>Die Rolle darf Sperren freigeben, pausieren, übergeben und benennen.</translation>
    </message>
    <message>
        <source>The role may release locks.</source>
        <translation>Die Rolle darf Sperren freigeben.</translation>
    </message>
    <message>
        <source>The role may only read.</source>
        <translation>Die Rolle darf nur lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Schema %1: full level, %2.</source>
        <translation>Schema %1: vollständige Stufe, %2.</translation>
    </message>
    <message>
        <source>Schema %1: plain level, without names and history, %2.</source>
        <translation>Schema %1: einfache Stufe, ohne Namen und Verlauf, %2.</translation>
    </message>
    <message>
        <source>PostgreSQL %1.%2, %3, role %4; %5.</source>
        <translation>PostgreSQL %1.%2, %3, Rolle %4; %5.</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>The server was reached, and accepts the login.</source>
        <translation>Der Server wurde erreicht und nimmt die Anmeldung an.</translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Delete a profile</source>
        <translation>Profil löschen</translation>
    </message>
    <message>
        <source>Delete the profile %1, and its password in the keyring?</source>
        <translation>Das Profil %1 und sein Passwort im Schlüsselbund löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>The password of the address is used as long as this dialog is open. Choose under “Password and TLS” to keep it in the keyring.</source>
        <translation>Das Passwort der Adresse wird verwendet, solange dieser Dialog offen ist. Wählen Sie unter „Passwort und TLS“, um es im Schlüsselbund aufzubewahren.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 is not saved. Save it?</source>
        <translation>%1 ist nicht gespeichert. Jetzt speichern?</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>Sp&amp;eichern</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>Ve&amp;rbinden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Import address…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>What applies, and the result of the test</source>
        <translation>Was gilt, und das Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Connects to %1.</source>
        <translation>Verbindet mit %1.</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>Verschlüsselung: %1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Where the monitor connects to, kept as profiles</source>
        <translation>Wohin sich der Monitor verbindet, als Profile aufbewahrt</translation>
    </message>
    <message>
        <source>Connects once, and says what came of it</source>
        <translation>Verbindet einmal und sagt, was daraus wurde</translation>
    </message>
    <message>
        <source>Keeps the profile, without a password</source>
        <translation>Bewahrt das Profil auf, ohne Passwort</translation>
    </message>
    <message>
        <source>Opens a page on this connection</source>
        <translation>Öffnet eine Seite mit dieser Verbindung</translation>
    </message>
    <message>
        <source>Leaves the dialog; what is not saved is asked for</source>
        <translation>Verlässt den Dialog; nach Ungespeichertem wird gefragt</translation>
    </message>
    <message>
        <source>Connections that are kept; the chosen one is shown beside</source>
        <translation>Aufbewahrte Verbindungen; die gewählte wird daneben gezeigt</translation>
    </message>
    <message>
        <source>Begins an empty profile</source>
        <translation>Beginnt ein leeres Profil</translation>
    </message>
    <message>
        <source>Begins a profile like the chosen one</source>
        <translation>Beginnt ein Profil wie das gewählte</translation>
    </message>
    <message>
        <source>Deletes the chosen profile, after a question</source>
        <translation>Löscht das gewählte Profil, nach einer Rückfrage</translation>
    </message>
    <message>
        <source>Makes a profile of an address</source>
        <translation>Macht aus einer Adresse ein Profil</translation>
    </message>
    <message>
        <source>To be read: where each part of the connection comes from</source>
        <translation>Zum Lesen: woher jeder Teil der Verbindung kommt</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Details of lock %1</source>
        <translation>Details der Sperre %1</translation>
    </message>
</context>
<context>
    <name>Elector::DetailsPanel</name>
    <message>
        <source>What the row of the selected lock says</source>
        <translation>Was die Zeile der ausgewählten Sperre sagt</translation>
    </message>
    <message>
        <source>Sessions of the selected lock</source>
        <translation>Sitzungen der ausgewählten Sperre</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Wer auf wen wartet</translation>
    </message>
    <message>
        <source>What this schema level allows</source>
        <translation>Was diese Schemastufe erlaubt</translation>
    </message>
    <message>
        <source>Details of the selected lock</source>
        <translation>Details der ausgewählten Sperre</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>What is possible here</source>
        <translation>Was hier möglich ist</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Cannot be read. %1</source>
        <translation>Nicht lesbar. %1</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Select a lock to see its details.</source>
        <translation>Wählen Sie eine Sperre aus, um ihre Details zu sehen.</translation>
    </message>
    <message>
        <source>No session says that it holds this lock or waits for it. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be told by their names.</source>
        <translation>Keine Sitzung gibt an, diese Sperre zu halten oder auf sie zu warten. Knoten von nest-leader-election und Sitzungen mit eigenem application_name sind am Namen nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The locks cannot be read. %1</source>
        <translation>Die Sperren sind nicht lesbar. %1</translation>
    </message>
    <message>
        <source>Nobody waits, and nobody holds anything up.</source>
        <translation>Niemand wartet, und niemand hält etwas auf.</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Sitzungen (%1)</translation>
    </message>
    <message>
        <source>Locks (waits: %1)</source>
        <translation>Sperren (wartend: %1)</translation>
    </message>
    <message>
        <source>These are old: %1</source>
        <translation>Diese Angaben sind alt: %1</translation>
    </message>
    <message>
        <source>The locks are old: %1</source>
        <translation>Die Sperren sind alt: %1</translation>
    </message>
    <message>
        <source>Its sessions, who waits for whom, and what can be had here</source>
        <translation>Ihre Sitzungen, wer auf wen wartet, und was hier zu haben ist</translation>
    </message>
    <message>
        <source>What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO %1.</source>
        <translation>Was verborgen ist, sieht ein Mitglied von pg_monitor: GRANT pg_monitor TO %1.</translation>
    </message>
</context>
<context>
    <name>Elector::ExportDialog</name>
    <message>
        <source>Export leases</source>
        <translation>Leases exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) written to %1</source>
        <translation>
            <numerusform>%n Sperre in %1 geschrieben</numerusform>
            <numerusform>%n Sperren in %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Opens a dialog that lists files</source>
        <translation>Öffnet einen Dialog, der Dateien auflistet</translation>
    </message>
</context>
<context>
    <name>Elector::FilterField</name>
    <message>
        <source>Fi&amp;lter by</source>
        <translation>&amp;Filtern nach</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Choose states, or type a regular expression</source>
        <translation>Zustände wählen oder regulären Ausdruck eingeben</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Held</source>
        <translation>&amp;Gehalten</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>&amp;Abgelaufen</translation>
    </message>
    <message>
        <source>Re&amp;voked</source>
        <translation>&amp;Entzogen</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>&amp;Frei</translation>
    </message>
    <message>
        <source>&amp;Paused or reserved</source>
        <translation>&amp;Pausiert oder reserviert</translation>
    </message>
    <message>
        <source>&amp;Near misses</source>
        <translation>&amp;Nur knapp</translation>
    </message>
    <message>
        <source>F&amp;lapping</source>
        <translation>F&amp;latternd</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alle an&amp;zeigen</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state match this regular expression</source>
        <translation>Zeigt die Sperren, deren ID, Name, Inhaber oder Zustand zu diesem regulären Ausdruck passt</translation>
    </message>
    <message>
        <source>Shows the locks whose id, name, holder or state contain these words</source>
        <translation>Zeigt die Sperren, deren ID, Name, Inhaber oder Zustand diese Wörter enthält</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Beschränkt auf: %1</translation>
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
        <translation>%1, nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>a local socket, or an address that may not be seen</source>
        <translation>ein lokaler Socket oder eine Adresse, die nicht gesehen werden darf</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Bediener: %1</translation>
    </message>
    <message>
        <source>Role: %1
Application: %2
From: %3</source>
        <translation>Rolle: %1
Anwendung: %2
Von: %3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Amtszeit</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>When it happened, by the server&apos;s clock</source>
        <translation>Wann es geschah, nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>What happened to the lock</source>
        <translation>Was mit der Sperre geschah</translation>
    </message>
    <message>
        <source>The term that began, or that ended</source>
        <translation>Die Amtszeit, die begann oder endete</translation>
    </message>
    <message>
        <source>Whose term it was</source>
        <translation>Wessen Amtszeit es war</translation>
    </message>
    <message>
        <source>Who did it: the operator if one is named, or else the session</source>
        <translation>Wer es tat: der Operator, falls genannt, sonst die Sitzung</translation>
    </message>
    <message>
        <source>What the operator said</source>
        <translation>Was der Operator dazu sagte</translation>
    </message>
</context>
<context>
    <name>Elector::HistoryPanel</name>
    <message>
        <source>History of the selected lock</source>
        <translation>Verlauf der ausgewählten Sperre</translation>
    </message>
    <message>
        <source>Select a lock to see who led when.</source>
        <translation>Wählen Sie eine Sperre aus, um zu sehen, wer wann geführt hat.</translation>
    </message>
    <message>
        <source>The history cannot be read. %1</source>
        <translation>Der Verlauf ist nicht lesbar. %1</translation>
    </message>
    <message>
        <source>A plain table keeps no history. “elector migrate” adds it.</source>
        <translation>Eine einfache Tabelle führt keinen Verlauf. „elector migrate“ fügt ihn hinzu.</translation>
    </message>
    <message>
        <source>Reading the history of lock %1…</source>
        <translation>Verlauf der Sperre %1 wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is recorded of lock %1.</source>
        <translation>Zu Sperre %1 ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Load older</source>
        <translation>Ältere laden</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Mehr Zeit zeigen (−)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
    <message>
        <source>Show more detail (+)</source>
        <translation>Mehr Einzelheiten zeigen (+)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or print the timeline</source>
        <translation>Zeitleiste speichern oder drucken</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Als P&amp;NG speichern …</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern …</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Als &amp;PDF speichern …</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>No more than %1 entries are shown.</source>
        <translation>Mehr als %1 Einträge werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Read the %1 entries before those that are shown</source>
        <translation>Die %1 Einträge vor den gezeigten lesen</translation>
    </message>
    <message>
        <source>%1, database %2</source>
        <translation>%1, Datenbank %2</translation>
    </message>
    <message>
        <source>There is no history to save.</source>
        <translation>Es gibt keinen Verlauf zu speichern.</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Zeitleiste speichern</translation>
    </message>
    <message>
        <source>The same as a drawing and as a table</source>
        <translation>Dasselbe als Zeichnung und als Tabelle</translation>
    </message>
</context>
<context>
    <name>Elector::Language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in trouble</source>
        <translation>
            <numerusform>%n gestört</numerusform>
            <numerusform>%n gestört</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the soonest expiry</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Held, near miss</source>
        <translation>Gehalten, nur knapp</translation>
    </message>
    <message>
        <source>Held, flapping</source>
        <translation>Gehalten, flatternd</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>at most</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1, incarnation %2</source>
        <translation>%1, Inkarnation %2</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3; folded away</source>
        <translation>Inhaber %1: %2, %3; zugeklappt</translation>
    </message>
    <message>
        <source>Held by %1: %2, %3</source>
        <translation>Inhaber %1: %2, %3</translation>
    </message>
    <message>
        <source>Lock %1: %2</source>
        <translation>Sperre %1: %2</translation>
    </message>
    <message>
        <source>Lock %1: free</source>
        <translation>Sperre %1: frei</translation>
    </message>
    <message>
        <source>Lock %1: %2, holder %3, expires: %4</source>
        <translation>Sperre %1: %2, Inhaber %3, Ablauf: %4</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder.</source>
        <translation>Das Fencing-Token: Es wächst mit jedem Wechsel des Inhabers.</translation>
    </message>
    <message>
        <source>A plain table has no terms; “elector migrate” adds them.</source>
        <translation>Eine einfache Tabelle hat keine Amtszeiten; „elector migrate“ fügt sie hinzu.</translation>
    </message>
    <message>
        <source>Held since %1</source>
        <translation>Gehalten seit %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>Seit wann, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Renewals since the lock was captured</source>
        <translation>Verlängerungen seit der Übernahme der Sperre</translation>
    </message>
    <message>
        <source>Renewals are counted only on a full table and by nodes that write them.</source>
        <translation>Verlängerungen werden nur in einer vollständigen Tabelle gezählt, und nur von Knoten, die sie schreiben.</translation>
    </message>
    <message>
        <source>Sessions whose names say that they wait for the lock. Nodes of nest-leader-election cannot be seen.</source>
        <translation>Sitzungen, deren Namen sagen, dass sie auf die Sperre warten. Knoten von nest-leader-election sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>Not known: sessions of a standby, or of nodes with more locks than their names can list.</source>
        <translation>Nicht bekannt: Sitzungen eines Standbys oder von Knoten mit mehr Sperren, als ihre Namen aufzählen können.</translation>
    </message>
    <message>
        <source>Paused: nobody takes the lock until it is resumed.</source>
        <translation>Pausiert: Niemand übernimmt die Sperre, bis sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Reserved: only %1 may take the lock.</source>
        <translation>Reserviert: Nur %1 darf die Sperre übernehmen.</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>Durch %1: %2</translation>
    </message>
    <message>
        <source>Its holder has changed three times or more within ten minutes.</source>
        <translation>Ihr Inhaber hat innerhalb von zehn Minuten dreimal oder öfter gewechselt.</translation>
    </message>
    <message>
        <source>No renewal was seen lately, or the holder does not say how long its lease is.</source>
        <translation>In letzter Zeit war keine Verlängerung zu sehen, oder der Inhaber sagt nicht, wie lang seine Lease ist.</translation>
    </message>
    <message>
        <source>A near miss: at a renewal of the last quarter of an hour, %1 of %2 were left at most.</source>
        <translation>Nur knapp: Bei einer Verlängerung der letzten Viertelstunde waren höchstens noch %1 von %2 übrig.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left at most; not every renewal was seen.</source>
        <translation>Bei der knappsten Verlängerung der letzten Viertelstunde waren höchstens noch %1 von %2 übrig; nicht jede Verlängerung war zu sehen.</translation>
    </message>
    <message>
        <source>At the latest renewal of the last quarter of an hour, %1 of %2 were left.</source>
        <translation>Bei der knappsten Verlängerung der letzten Viertelstunde waren noch %1 von %2 übrig.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Niemand hält die Sperre.</translation>
    </message>
    <message>
        <source>Leader id: %1</source>
        <translation>Leader-ID: %1</translation>
    </message>
    <message>
        <source>Without an incarnation: a node of the npm package nest-leader-election.</source>
        <translation>Ohne Inkarnation: ein Knoten des npm-Pakets nest-leader-election.</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>There is no lease.</source>
        <translation>Es gibt keine Lease.</translation>
    </message>
    <message>
        <source>%1 left of a lease of %2, by the server&apos;s clock</source>
        <translation>Rest der Lease: %1 von %2, nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>%1 left, by the server&apos;s clock. How long the whole lease is, the holder does not say.</source>
        <translation>Rest der Lease: %1, nach der Uhr des Servers. Wie lang die ganze Lease ist, sagt der Inhaber nicht.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock id and name</source>
        <translation>ID und Name der Sperre</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>The instance that leads, and its incarnation</source>
        <translation>Die Instanz, die führt, und ihre Inkarnation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Held, expired, revoked, free, paused or reserved</source>
        <translation>Gehalten, abgelaufen, entzogen, frei, pausiert oder reserviert</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Amtszeit</translation>
    </message>
    <message>
        <source>Fencing token: it grows with each change of holder</source>
        <translation>Fencing-Token: Es wächst mit jedem Wechsel des Inhabers</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Ablauf in</translation>
    </message>
    <message>
        <source>What is left of the lease by the server&apos;s clock</source>
        <translation>Was von der Lease nach der Uhr des Servers übrig ist</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Seit (UTC)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when the holder holds the lock</source>
        <translation>Seit wann der Inhaber die Sperre hält</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>How often the holder has renewed the lease</source>
        <translation>Wie oft der Inhaber die Lease verlängert hat</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>How many sessions wait for the lock, by their names</source>
        <translation>Wie viele Sitzungen, ihren Namen nach, auf die Sperre warten</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Kleinster Rest</translation>
    </message>
    <message>
        <source>What was left of the lease at the latest of recent renewals</source>
        <translation>Was bei der knappsten der letzten Verlängerungen von der Lease übrig war</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · pausiert</translation>
    </message>
    <message>
        <source>%1 · reserved</source>
        <translation>%1 · reserviert</translation>
    </message>
    <message>
        <source>Last renewed %1 ago</source>
        <translation>Zuletzt verlängert vor %1</translation>
    </message>
    <message>
        <source>paused by %1: %2</source>
        <translation>pausiert durch %1: %2</translation>
    </message>
    <message>
        <source>reserved for %1 (for %2) by %3: %4</source>
        <translation>reserviert für %1 (noch %2) durch %3: %4</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseExport</name>
    <message>
        <source>%1 cannot be written: %2. A file that was there is as it was.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Eine bereits vorhandene Datei ist unverändert.</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseFactModel</name>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Incarnation</source>
        <translation>Inkarnation</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>A node of the npm package nest-leader-election.</source>
        <translation>Ein Knoten des npm-Pakets nest-leader-election.</translation>
    </message>
    <message>
        <source>Which start of the holder, and which of its captures.</source>
        <translation>Welcher Start des Inhabers, und welche seiner Übernahmen.</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Amtszeit</translation>
    </message>
    <message>
        <source>The fencing token: it grows with each change of holder. A plain table has none.</source>
        <translation>Das Fencing-Token: Es wächst mit jedem Wechsel des Inhabers. Eine einfache Tabelle hat keines.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>By the server&apos;s clock, unless the holder renews it</source>
        <translation>Nach der Uhr des Servers, sofern der Inhaber sie nicht verlängert</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>What the holder asks for with each renewal</source>
        <translation>Was der Inhaber mit jeder Verlängerung anfordert</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Verlängerungen</translation>
    </message>
    <message>
        <source>Since the lock was captured. Counted on a full table, by nodes that write them.</source>
        <translation>Seit der Übernahme der Sperre. Gezählt in einer vollständigen Tabelle, von Knoten, die sie schreiben.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>Sessions whose name says that they wait for this lock. Nodes of nest-leader-election, and sessions with an application_name of their own, cannot be seen.</source>
        <translation>Sitzungen, deren Name sagt, dass sie auf diese Sperre warten. Knoten von nest-leader-election und Sitzungen mit eigenem application_name sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>When the lease was last renewed, or captured, by the server&apos;s clock</source>
        <translation>Wann die Lease zuletzt verlängert oder erworben wurde, nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Least slack</source>
        <translation>Kleinster Rest</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseMatcher</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Der reguläre Ausdruck ist bei Zeichen %1 falsch: %2.</translation>
    </message>
</context>
<context>
    <name>Elector::LeasePage</name>
    <message>
        <source>Locks: %1</source>
        <translation>Sperren: %1</translation>
    </message>
    <message>
        <source>Locks: %1 of %2</source>
        <translation>Sperren: %1 von %2</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 abgelaufen</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>%1 entzogen</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>No lock matches “%1”.</source>
        <translation>Keine Sperre passt zu „%1“.</translation>
    </message>
    <message>
        <source>No leases in schema %1: nobody has taken a lock yet.</source>
        <translation>Keine Leases im Schema %1: Noch hat niemand eine Sperre übernommen.</translation>
    </message>
    <message>
        <source>The rows are as they were %1 ago.</source>
        <translation>Die Zeilen zeigen den Stand von vor %1.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting. %1</source>
        <translation>Verbindung verloren, wird wiederhergestellt. %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Trying again by itself.</source>
        <translation>Wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <translation>%1 reserviert</translation>
    </message>
    <message>
        <source>near misses: %1</source>
        <translation>nur knapp: %1</translation>
    </message>
    <message>
        <source>flapping: %1</source>
        <translation>flatternd: %1</translation>
    </message>
    <message>
        <source>No lock is in the states that were chosen.</source>
        <translation>Keine Sperre ist in den gewählten Zuständen.</translation>
    </message>
    <message>
        <source>Not all locks are shown: only the first %1 by id.</source>
        <translation>Nicht alle Sperren werden gezeigt: nur die ersten %1 nach ihrer ID.</translation>
    </message>
    <message>
        <source>Delete locks that nobody uses any more from leader_lease_lock, or give each application a schema of its own.</source>
        <translation>Löschen Sie Sperren, die niemand mehr braucht, aus leader_lease_lock, oder geben Sie jeder Anwendung ein eigenes Schema.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
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
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 y %2 d</source>
        <translation>%1 J %2 T</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>A node holds the lock and its lease has not run out.</source>
        <translation>Ein Knoten hält die Sperre, und seine Lease ist nicht abgelaufen.</translation>
    </message>
    <message>
        <source>The lease ran out: nobody leads, and the next node that bids gets the lock.</source>
        <translation>Die Lease ist abgelaufen: Niemand führt, und der nächste Knoten, der sich bewirbt, bekommt die Sperre.</translation>
    </message>
    <message>
        <source>An operator took the lock back. It is free when the holder has let go, or when the lease runs out.</source>
        <translation>Ein Bediener hat die Sperre entzogen. Sie ist frei, sobald der Inhaber losgelassen hat oder die Lease abläuft.</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Niemand hält die Sperre.</translation>
    </message>
    <message>
        <source>This state is not known to this version.</source>
        <translation>Diesen Zustand kennt diese Version nicht.</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
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
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Nach Entzug losgelassen</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Abgesetzt</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Tabelle geleert</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Tabelle aufgerüstet</translation>
    </message>
    <message>
        <source>Lock paused</source>
        <translation>Sperre pausiert</translation>
    </message>
    <message>
        <source>Lock resumed</source>
        <translation>Sperre fortgesetzt</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>Reserviert für</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>never, for this lease has no end</source>
        <translation>nie, denn diese Lease hat kein Ende</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>by %1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseView</name>
    <message>
        <source>Leases</source>
        <translation>Leases</translation>
    </message>
    <message>
        <source>One row for each lock: holder, state, term and what is left of the lease</source>
        <translation>Eine Zeile je Sperre: Inhaber, Zustand, Amtszeit und was von der Lease übrig ist</translation>
    </message>
</context>
<context>
    <name>Elector::LeaseWatch</name>
    <message>
        <source>%1, schema %2</source>
        <translation>%1, Schema %2</translation>
    </message>
</context>
<context>
    <name>Elector::LockEntryModel</name>
    <message>
        <source>a prepared transaction</source>
        <translation>eine vorbereitete Transaktion</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Gate of this lock</source>
        <translation>Tor dieser Sperre</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <comment>a table</comment>
        <translation>Zeile von %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>Transaktion %1</translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>hält sie</translation>
    </message>
    <message>
        <source>waits, %1</source>
        <translation>wartet, %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
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
        <translation>Eine Advisory-Sperre, die ein Bewerber für einen Augenblick nimmt. Wer sie behält, lässt alle anderen eine ganze Lease lang warten, ehe sie sich ohne sie bewerben.</translation>
    </message>
    <message>
        <source>In line for a row. Which one, the server does not always say: it may be another lock&apos;s.</source>
        <translation>Steht für eine Zeile an. Für welche, sagt der Server nicht immer: Es kann die einer anderen Sperre sein.</translation>
    </message>
    <message>
        <source>The table as a whole, as everybody who writes or locks rows there holds it until the end of the transaction.</source>
        <translation>Die Tabelle als Ganzes, wie sie jeder, der dort Zeilen schreibt oder sperrt, bis zum Ende der Transaktion hält.</translation>
    </message>
    <message>
        <source>Waits until another transaction ends, most often for a row that this one has locked.</source>
        <translation>Wartet, bis eine andere Transaktion endet, meist auf eine Zeile, die diese gesperrt hat.</translation>
    </message>
    <message>
        <source>Something outside of the tables of leases: %1</source>
        <translation>Etwas außerhalb der Lease-Tabellen: %1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Lock of the database</source>
        <translation>Datenbanksperre</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>Der Serverprozess der Sitzung</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Wie die Sitzung sich nennt</translation>
    </message>
    <message>
        <source>What the session has locked, or wants to lock</source>
        <translation>Was die Sitzung gesperrt hat oder sperren will</translation>
    </message>
    <message>
        <source>How it is locked, in PostgreSQL&apos;s words</source>
        <translation>Wie es gesperrt ist, in PostgreSQLs Worten</translation>
    </message>
    <message>
        <source>Whether the session holds it, or for how long it waits</source>
        <translation>Ob die Sitzung es hält oder wie lange sie wartet</translation>
    </message>
    <message>
        <source>The sessions that stand in its way</source>
        <translation>Die Sitzungen, die ihr im Weg stehen</translation>
    </message>
</context>
<context>
    <name>Elector::LockSessionModel</name>
    <message>
        <source>%1 for %2</source>
        <comment>state of a session, duration</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1, waits for %2: %3</source>
        <comment>state of a session, kind of event, event</comment>
        <translation>%1, wartet auf %2: %3</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Führt</translation>
    </message>
    <message>
        <source>May lead</source>
        <translation>Führt evtl.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>May wait</source>
        <translation>Wartet evtl.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>address and port</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>The role that this window connects as may not see this. A member of pg_monitor or pg_read_all_stats may.</source>
        <translation>Die Rolle, als die sich dieses Fenster verbindet, darf dies nicht sehen. Ein Mitglied von pg_monitor oder pg_read_all_stats darf es.</translation>
    </message>
    <message>
        <source>The holder&apos;s session, going by its name.</source>
        <translation>Die Sitzung des Inhabers, ihrem Namen nach.</translation>
    </message>
    <message>
        <source>Several sessions bear the holder&apos;s name: one of them leads, the others wait.</source>
        <translation>Mehrere Sitzungen tragen den Namen des Inhabers: Eine von ihnen führt, die anderen warten.</translation>
    </message>
    <message>
        <source>Waits for the lock, going by its name.</source>
        <translation>Wartet auf die Sperre, ihrem Namen nach.</translation>
    </message>
    <message>
        <source>Serves more locks than its name can list; this lock may be among them.</source>
        <translation>Bedient mehr Sperren, als ihr Name aufzählen kann; diese Sperre kann darunter sein.</translation>
    </message>
    <message>
        <source>No elector for this lock, but it holds or waits for something that electors need.</source>
        <translation>Kein Elector für diese Sperre, hält aber etwas, das Elector-Knoten brauchen, oder wartet darauf.</translation>
    </message>
    <message>
        <source>The server&apos;s process; pg_terminate_backend() takes this number.</source>
        <translation>Der Prozess des Servers; pg_terminate_backend() erwartet diese Nummer.</translation>
    </message>
    <message>
        <source>application_name: %1
Role: %2</source>
        <translation>application_name: %1
Rolle: %2</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>Verbunden seit %1</translation>
    </message>
    <message>
        <source>Nobody says since when.</source>
        <translation>Seit wann, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the session has to do with the lock, going by its name</source>
        <translation>Was die Sitzung mit der Sperre zu tun hat, nach ihrem Namen</translation>
    </message>
    <message>
        <source>The server&apos;s process of the session</source>
        <translation>Der Serverprozess der Sitzung</translation>
    </message>
    <message>
        <source>The elector that the session belongs to</source>
        <translation>Der Elector, zu dem die Sitzung gehört</translation>
    </message>
    <message>
        <source>What the session calls itself</source>
        <translation>Wie die Sitzung sich nennt</translation>
    </message>
    <message>
        <source>Where the session comes from</source>
        <translation>Woher die Sitzung kommt</translation>
    </message>
    <message>
        <source>Since when the session is connected</source>
        <translation>Seit wann die Sitzung verbunden ist</translation>
    </message>
    <message>
        <source>What the session does now, and what it waits for</source>
        <translation>Was die Sitzung jetzt tut und worauf sie wartet</translation>
    </message>
</context>
<context>
    <name>Elector::MainWindow</name>
    <message>
        <source>Watched schemas</source>
        <translation>Beobachtete Schemas</translation>
    </message>
    <message>
        <source>%1 – Elector Monitor</source>
        <translation>%1 – Elector Monitor</translation>
    </message>
    <message>
        <source>History of lock %1</source>
        <translation>Verlauf der Sperre %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>C&amp;lose page</source>
        <translation>Seite &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop reading, so that the rows stand still</source>
        <translation>Lesen anhalten, damit die Zeilen stillstehen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Read the rows now</source>
        <translation>Zeilen jetzt lesen</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>&amp;Freigeben&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Pause lock…</source>
        <translation>Sperre &amp;pausieren&#xa0;…</translation>
    </message>
    <message>
        <source>Res&amp;ume lock…</source>
        <translation>Sperre f&amp;ortsetzen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>Über&amp;geben&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Name lock…</source>
        <translation>Sperre be&amp;nennen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Export leases…</source>
        <translation>Leases &amp;exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Watches leader leases on PostgreSQL and takes them back safely.
MIT licence.</source>
        <translation>Beobachtet Leader-Leases in PostgreSQL und nimmt sie sicher zurück.
MIT-Lizenz.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperre</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervall</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Zeitangaben</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;How long ago</source>
        <translation>&amp;Wie lange her</translation>
    </message>
    <message>
        <source>Say in the system&apos;s tray when a lock has lost its leader</source>
        <translation>Im Infobereich melden, wenn eine Sperre ihren Leader verloren hat</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Take the selected lock back from its holder</source>
        <translation>Dem Inhaber die ausgewählte Sperre wieder abnehmen</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Nicht jetzt: %1</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>Sie ist schon pausiert.</translation>
    </message>
    <message>
        <source>Revoke the holder, and let nobody take the lock until it is resumed</source>
        <translation>Dem Inhaber die Sperre entziehen und sie von niemandem übernehmen lassen, bis sie fortgesetzt wird</translation>
    </message>
    <message>
        <source>It is neither paused nor reserved.</source>
        <translation>Sie ist weder pausiert noch reserviert.</translation>
    </message>
    <message>
        <source>Let every candidate take the lock again</source>
        <translation>Die Sperre wieder von jedem Kandidaten übernehmen lassen</translation>
    </message>
    <message>
        <source>Nobody holds the lock.</source>
        <translation>Niemand hält die Sperre.</translation>
    </message>
    <message>
        <source>Let one instance take the lock from its holder</source>
        <translation>Eine bestimmte Instanz die Sperre vom Inhaber übernehmen lassen</translation>
    </message>
    <message>
        <source>Give the lock a name, for everybody</source>
        <translation>Der Sperre einen Namen geben, für alle</translation>
    </message>
    <message>
        <source>The language changes when the monitor is started again.</source>
        <translation>Die Sprache wechselt, wenn der Monitor neu gestartet wird.</translation>
    </message>
    <message>
        <source>&amp;Group by holder</source>
        <translation>Nach Inhaber &amp;gruppieren</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>S&amp;ymbol im Infobereich</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Evict the holder, if it is dead and will not let go</source>
        <translation>Den Inhaber absetzen, falls er nicht mehr läuft und nicht loslässt</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>S&amp;ortieren nach</translation>
    </message>
    <message>
        <source>There is only one page.</source>
        <translation>Es gibt nur eine Seite.</translation>
    </message>
    <message>
        <source>Watch this schema no more</source>
        <translation>Dieses Schema nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Show the next schema</source>
        <translation>Das nächste Schema zeigen</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Wählen Sie zuerst eine Sperre aus.</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers (Ctrl+C in the table)</source>
        <translation>Die ausgewählten Zeilen mit Kopfzeile kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>One page for each schema that is watched</source>
        <translation>Eine Seite für jedes beobachtete Schema</translation>
    </message>
    <message>
        <source>Who leads, for how long, and who waits</source>
        <translation>Wer führt, wie lange noch, und wer wartet</translation>
    </message>
    <message>
        <source>There is no system tray on this desktop now; the icon appears once there is one.</source>
        <translation>Auf diesem Desktop gibt es jetzt keinen Infobereich; das Symbol erscheint, sobald es einen gibt.</translation>
    </message>
</context>
<context>
    <name>Elector::MonitorOptions</name>
    <message>
        <source>A window on the leases in a PostgreSQL database: who leads, for how long, and a safe way to take a lock back.</source>
        <translation>Ein Fenster auf die Leases in einer PostgreSQL-Datenbank: wer führt, wie lange noch, und ein sicherer Weg, eine Sperre zurückzunehmen.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Where to connect: postgresql://user@host/database or &quot;host=… dbname=…&quot;. Without it ELECTOR_DSN or the PG… environment variables decide.</source>
        <translation>Wohin verbunden wird: postgresql://user@host/database oder &quot;host=… dbname=…&quot;. Ohne diese Angabe entscheiden ELECTOR_DSN oder die PG…-Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How often rows are read, such as 500ms, 2s or 1min (default: as last time, or 1s).</source>
        <translation>Wie oft die Zeilen gelesen werden, etwa 500ms, 2s oder 1min (Vorgabe: wie beim letzten Mal, sonst 1s).</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Only watch: nothing can be released.</source>
        <translation>Nur beobachten: Nichts kann freigegeben werden.</translation>
    </message>
    <message>
        <source>system, light or dark (default: system).</source>
        <translation>system, light oder dark (Vorgabe: system).</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option. An address is given with --dsn.</source>
        <translation>„%1“ ist keine Option. Eine Adresse wird mit --dsn angegeben.</translation>
    </message>
    <message>
        <source>--interval %1 is not a duration: %2.</source>
        <translation>--interval %1 ist keine Dauer: %2.</translation>
    </message>
    <message>
        <source>--interval %1 is out of range: 100ms to 60min.</source>
        <translation>--interval %1 liegt außerhalb des Bereichs: 100ms bis 60min.</translation>
    </message>
    <message>
        <source>--appearance %1 is not known: system, light or dark.</source>
        <translation>--appearance %1 ist nicht bekannt: system, light oder dark.</translation>
    </message>
    <message>
        <source>The language of the window: en, de, es, ru or zh_CN (default: as chosen in the window, or the system&apos;s).</source>
        <translation>Die Sprache des Fensters: en, de, es, ru oder zh_CN (Vorgabe: wie im Fenster gewählt, sonst die des Systems).</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>--language %1 is not known: en, de, es, ru or zh_CN.</source>
        <translation>--language %1 ist nicht bekannt: en, de, es, ru oder zh_CN.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No service file has a service “%1”. Known are: %2.</source>
        <translation>Keine Dienstdatei enthält einen Dienst „%1“. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known are: %2.</source>
        <translation>Es gibt kein Profil „%1“. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --dsn and --service.</source>
        <translation>--profile sagt alles über die Verbindung: Lassen Sie --dsn und --service weg.</translation>
    </message>
    <message>
        <source>--dsn and --service exclude each other: use --service alone, or write service=%1 into the address.</source>
        <translation>--dsn und --service schließen einander aus: Verwenden Sie --service allein, oder schreiben Sie service=%1 in die Adresse.</translation>
    </message>
    <message>
        <source>a password on the command line stays in the shell&apos;s history; better are .pgpass, or a profile with --profile.</source>
        <translation>ein Passwort auf der Befehlszeile bleibt im Verlauf der Shell stehen; besser sind .pgpass oder ein Profil mit --profile.</translation>
    </message>
    <message>
        <source>Connect to a service of libpq&apos;s service file instead.</source>
        <translation>Stattdessen mit einem Dienst aus der Dienstdatei von libpq verbinden.</translation>
    </message>
    <message>
        <source>Schema of leader_lease; may be repeated (default: that of the profile, or public).</source>
        <translation>Schema von leader_lease; darf wiederholt werden (Vorgabe: das des Profils, sonst public).</translation>
    </message>
    <message>
        <source>Connect as saved under this name in the window instead; may be repeated, for several databases at once.</source>
        <translation>Stattdessen so verbinden, wie es unter diesem Namen im Fenster gespeichert ist; mehrfach möglich, für mehrere Datenbanken zugleich.</translation>
    </message>
    <message>
        <source>--schema is for one connection: with several profiles, each has its own schemas.</source>
        <translation>--schema gilt für eine Verbindung: Bei mehreren Profilen hat jedes seine eigenen Schemas.</translation>
    </message>
    <message>
        <source>--profile says all about the connection: leave out --pooling.</source>
        <translation>--profile sagt alles über die Verbindung: --pooling weglassen.</translation>
    </message>
    <message>
        <source>The pooling “%1” is not known: session or transaction.</source>
        <translation>Das Pooling „%1“ ist unbekannt: session oder transaction.</translation>
    </message>
    <message>
        <source>session, or transaction for a pooler that lends sessions (default: ELECTOR_POOLING, or session).</source>
        <translation>session, oder transaction für einen Pooler, der Sitzungen verleiht (Vorgabe: ELECTOR_POOLING, sonst session).</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>Elector::OrderDialog</name>
    <message>
        <source>Pause lock %1</source>
        <translation>Sperre %1 pausieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume lock %1</source>
        <translation>Sperre %1 fortsetzen</translation>
    </message>
    <message>
        <source>Ends the pause or the reservation: every candidate may take the lock again.</source>
        <translation>Beendet die Pause oder die Reservierung: Jeder Kandidat darf die Sperre wieder übernehmen.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Hand over lock %1</source>
        <translation>Sperre %1 übergeben</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>To instance</source>
        <translation>An Instanz</translation>
    </message>
    <message>
        <source>Name lock %1</source>
        <translation>Sperre %1 benennen</translation>
    </message>
    <message>
        <source>The name is kept in the database, for everybody. Leave it empty to take it away.</source>
        <translation>Der Name steht in der Datenbank, für alle. Lassen Sie ihn leer, um ihn zu entfernen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>reserved for %1</source>
        <translation>reserviert für %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>%1, by %2: %3</source>
        <translation>%1, durch %2: %3</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Die Zeilen sind nicht aktuell: Warten Sie, bis die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>Name the instance that shall lead.</source>
        <translation>Nennen Sie die Instanz, die führen soll.</translation>
    </message>
    <message>
        <source>Give a reason: it is recorded with your name.</source>
        <translation>Geben Sie einen Grund an: Er wird mit Ihrem Namen aufgezeichnet.</translation>
    </message>
    <message>
        <source>Sent; waiting for the database…</source>
        <translation>Gesendet; warten auf die Datenbank&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was done: another holder or term has the lock by now. Look again.</source>
        <translation>Nichts wurde getan: Die Sperre hat inzwischen einen anderen Inhaber oder eine andere Amtszeit. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: look at the lock before you try again.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam: Sehen Sie sich die Sperre an, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>Nichts wurde getan. %1</translation>
    </message>
    <message>
        <source>The lock is paused.</source>
        <translation>Die Sperre ist pausiert.</translation>
    </message>
    <message>
        <source>The lock is free for every candidate again.</source>
        <translation>Die Sperre steht wieder jedem Kandidaten offen.</translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation>Der Name ist gespeichert.</translation>
    </message>
    <message>
        <source>Now led by %1.</source>
        <translation>Jetzt führt %1.</translation>
    </message>
    <message>
        <source>The lock is paused; its holder has let go.</source>
        <translation>Die Sperre ist pausiert; ihr Inhaber hat losgelassen.</translation>
    </message>
    <message>
        <source>an instance that waits, or another</source>
        <translation>eine wartende Instanz oder eine andere</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it. Its holder is revoked: it steps down at its next renewal, %1 at the latest, and its work comes to its end.</source>
        <translation>Niemand übernimmt die Sperre, bis Sie sie fortsetzen. Ihrem Inhaber wird sie entzogen: Er tritt bei seiner nächsten Verlängerung zurück (spätestens: %1), und seine Arbeit kommt zu ihrem Ende.</translation>
    </message>
    <message>
        <source>Nobody takes the lock until you resume it.</source>
        <translation>Niemand übernimmt die Sperre, bis Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>The holder is revoked and lets go, %1 at the latest. Only the instance that you name may take the lock: until it has, or until the reservation ends, %2. If no such instance waits, nobody leads until then.</source>
        <translation>Dem Inhaber wird die Sperre entzogen, und er lässt los (spätestens: %1). Nur die Instanz, die Sie nennen, darf sie übernehmen: bis sie es getan hat, oder bis die Reservierung endet (%2). Wartet keine solche Instanz, führt bis dahin niemand.</translation>
    </message>
    <message>
        <source>Somebody else has named the lock meanwhile. Close, and look again.</source>
        <translation>Inzwischen hat jemand anderes die Sperre benannt. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The lock is neither paused nor reserved any more. Close, and look again.</source>
        <translation>Die Sperre ist weder pausiert noch reserviert. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody else has given another order meanwhile. Close, and look again.</source>
        <translation>Inzwischen hat jemand anderes etwas anderes angeordnet. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: it is no longer held as you see here. Close, and look again.</source>
        <translation>Die Sperre hat inzwischen gewechselt: Sie wird nicht mehr so gehalten, wie Sie es hier sehen. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The holder has been revoked meanwhile. Close, and look again.</source>
        <translation>Dem Inhaber wurde die Sperre inzwischen entzogen. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The lock is reserved.</source>
        <translation>Die Sperre ist reserviert.</translation>
    </message>
    <message>
        <source>%1 Waiting for the holder to let go, %2 at the latest…</source>
        <translation>%1 Warten, dass der Inhaber loslässt, spätestens %2&#xa0;…</translation>
    </message>
    <message>
        <source>%1 Waiting for the instance to take it…</source>
        <translation>%1 Warten, dass die Instanz sie übernimmt&#xa0;…</translation>
    </message>
    <message>
        <source>The reservation has ended: every candidate may take the lock.</source>
        <translation>Die Reservierung ist zu Ende: Jeder Kandidat darf die Sperre übernehmen.</translation>
    </message>
    <message>
        <source>Kept in the history, with your name</source>
        <translation>Wird mit Ihrem Namen im Verlauf aufbewahrt</translation>
    </message>
    <message>
        <source>%1 holds the lock already: name another instance.</source>
        <translation>%1 hält die Sperre bereits: Nennen Sie eine andere Instanz.</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewDock</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Overview of all that is watched</source>
        <translation>Übersicht über alles, was beobachtet wird</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
</context>
<context>
    <name>Elector::OverviewModel</name>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>lost %1 ago</source>
        <translation>vor %1 verloren</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>nicht aktuell</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Server, database and schema</source>
        <translation>Server, Datenbank und Schema</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Whether the numbers are what the database says now</source>
        <translation>Ob die Zahlen dem entsprechen, was die Datenbank jetzt sagt</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>How many locks are known</source>
        <translation>Wie viele Sperren bekannt sind</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Ohne Leader</translation>
    </message>
    <message>
        <source>Locks that nobody leads, without those that are paused</source>
        <translation>Sperren, bei denen niemand führt, ohne die pausierten</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Leases that ran out, and that nobody has taken over</source>
        <translation>Leases, die abgelaufen sind und die niemand übernommen hat</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>Nur knapp</translation>
    </message>
    <message>
        <source>Locks whose holder renewed only just in time, within the last 15 minutes</source>
        <translation>Sperren, deren Inhaber in den letzten 15 Minuten nur knapp rechtzeitig verlängert hat</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Flatternd</translation>
    </message>
    <message>
        <source>Locks that changed hands three times or more within ten minutes</source>
        <translation>Sperren, die innerhalb von zehn Minuten dreimal oder öfter den Inhaber gewechselt haben</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Locks that an operator has paused</source>
        <translation>Sperren, die ein Bediener pausiert hat</translation>
    </message>
    <message numerus="yes">
        <source>All %n schema(s)</source>
        <translation>
            <numerusform>Das eine Schema</numerusform>
            <numerusform>Alle %n Schemas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 von %2 aktuell</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>empty, if the server wants none</source>
        <translation>leer, wenn der Server keines verlangt</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
</context>
<context>
    <name>Elector::PasswordVault</name>
    <message>
        <source>No keyring here: the password is asked for each time.</source>
        <translation>Kein Schlüsselbund vorhanden: Das Passwort wird jedes Mal erfragt.</translation>
    </message>
    <message>
        <source>The keyring gave no access: the password is asked for this time.</source>
        <translation>Der Schlüsselbund gewährt keinen Zugriff: Das Passwort wird diesmal erfragt.</translation>
    </message>
    <message>
        <source>The keyring failed (%1): the password is asked for this time.</source>
        <translation>Der Schlüsselbund hat versagt (%1): Das Passwort wird diesmal erfragt.</translation>
    </message>
</context>
<context>
    <name>Elector::ProfileStore</name>
    <message>
        <source>The settings file %1 is damaged; what can be read of it is used.</source>
        <translation>Die Einstellungsdatei %1 ist beschädigt; was davon lesbar ist, wird verwendet.</translation>
    </message>
    <message>
        <source>The profile “%1” in the settings is skipped. %2</source>
        <translation>Das Profil „%1“ in den Einstellungen wird übergangen. %2</translation>
    </message>
    <message>
        <source>Its colour is not known.</source>
        <translation>Seine Farbe ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Where its password comes from is not known.</source>
        <translation>Woher sein Passwort kommt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether it is read-only is not known.</source>
        <translation>Ob es nur lesend ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It has a password in it, which does not belong there: remove it from the file.</source>
        <translation>Es enthält ein Passwort, das nicht dorthin gehört: Entfernen Sie es aus der Datei.</translation>
    </message>
    <message>
        <source>Another profile has this name: choose a different one.</source>
        <translation>Ein anderes Profil hat diesen Namen: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>Die Einstellungsdatei %1 kann nicht geschrieben werden.</translation>
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
        <translation>Sperre %1 freigeben</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Amtszeit</translation>
    </message>
    <message>
        <source>none (plain table)</source>
        <translation>keine (einfache Tabelle)</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Ablauf in</translation>
    </message>
    <message>
        <source>&amp;Revoke: the holder lets go first</source>
        <translation>&amp;Entziehen: Der Inhaber lässt erst los</translation>
    </message>
    <message>
        <source>&amp;Evict: take the row away at once (dangerous)</source>
        <translation>&amp;Absetzen: Zeile sofort entfernen (gefährlich)</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
    <message>
        <source>Name of the lock, to confirm the eviction</source>
        <translation>Name der Sperre, um das Absetzen zu bestätigen</translation>
    </message>
    <message>
        <source>Rea&amp;son, kept in the history:</source>
        <translation>&amp;Grund, bleibt im Verlauf erhalten:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>for example: node hangs since the deploy of 14:00</source>
        <translation>zum Beispiel: Knoten hängt seit dem Deployment um 14:00</translation>
    </message>
    <message>
        <source>Rea&amp;son (a plain table does not keep it):</source>
        <translation>&amp;Grund (eine einfache Tabelle bewahrt ihn nicht auf):</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Sperre %1</translation>
    </message>
    <message>
        <source>The window watches another server now.</source>
        <translation>Das Fenster beobachtet jetzt einen anderen Server.</translation>
    </message>
    <message>
        <source>The connection is broken: nothing can be released until it is back.</source>
        <translation>Die Verbindung ist unterbrochen: Nichts kann freigegeben werden, bis sie wieder steht.</translation>
    </message>
    <message>
        <source>The lock has moved on meanwhile: this holder and term no longer hold it. Close, and look again.</source>
        <translation>Die Sperre hat inzwischen gewechselt: Dieser Inhaber hält sie mit dieser Amtszeit nicht mehr. Schließen Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Type the lock&apos;s name or id to confirm the eviction.</source>
        <translation>Geben Sie Namen oder ID der Sperre ein, um das Absetzen zu bestätigen.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>The holder is told to stop and steps down, at once if it listens, otherwise at its next renewal. Nobody else can lead before it has let go or its lease has run out (%1).</source>
        <translation>Der Inhaber wird zum Aufhören aufgefordert und tritt zurück: sofort, wenn er zuhört, sonst bei seiner nächsten Verlängerung. Niemand sonst kann führen, bevor er losgelassen hat oder seine Lease abgelaufen ist (%1).</translation>
    </message>
    <message>
        <source>This holder is a node of the npm package nest-leader-election: it notices only at its next completed renewal, which can be later than that.</source>
        <translation>Dieser Inhaber ist ein Knoten des npm-Pakets nest-leader-election: Er bemerkt es erst bei seiner nächsten abgeschlossenen Verlängerung, und die kann später sein.</translation>
    </message>
    <message>
        <source>Another node can lead within milliseconds, while the old holder may act as leader until its lease has run out (%1). Only for a holder that is known to be dead.</source>
        <translation>Ein anderer Knoten kann binnen Millisekunden führen, während der bisherige Inhaber noch als Leader handeln kann, bis seine Lease abgelaufen ist (%1). Nur für einen Inhaber, von dem sicher ist, dass er nicht mehr läuft.</translation>
    </message>
    <message>
        <source>moved on</source>
        <translation>hat gewechselt</translation>
    </message>
    <message>
        <source>Evict</source>
        <translation>Absetzen</translation>
    </message>
    <message>
        <source>Recorded as %1, role %2.</source>
        <translation>Aufgezeichnet als %1, Rolle %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the database to evict the holder…</source>
        <translation>Die Datenbank wird angewiesen, den Inhaber abzusetzen&#xa0;…</translation>
    </message>
    <message>
        <source>Asking the database to revoke the lease…</source>
        <translation>Die Datenbank wird angewiesen, die Lease zu entziehen&#xa0;…</translation>
    </message>
    <message>
        <source>Evicted. The old holder&apos;s lease is over.</source>
        <translation>Abgesetzt. Die Lease des bisherigen Inhabers ist zu Ende.</translation>
    </message>
    <message>
        <source>Revoked. The old holder&apos;s lease is over.</source>
        <translation>Entzogen. Die Lease des bisherigen Inhabers ist zu Ende.</translation>
    </message>
    <message>
        <source>Refused, nothing was done: the lock has moved on. Holder or term are no longer those that you saw.</source>
        <translation>Abgelehnt, nichts wurde getan: Die Sperre hat gewechselt. Inhaber oder Amtszeit sind nicht mehr die, die Sie gesehen haben.</translation>
    </message>
    <message>
        <source>Nothing was done. %1</source>
        <translation>Nichts wurde getan. %1</translation>
    </message>
    <message>
        <source>The connection broke before the answer came: the next rows will show whether it was done.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam: Die nächsten Zeilen werden zeigen, ob es getan wurde.</translation>
    </message>
    <message>
        <source>The connection is broken: what happens now cannot be seen.</source>
        <translation>Die Verbindung ist unterbrochen: Was jetzt geschieht, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The lock is free.</source>
        <translation>Die Sperre ist frei.</translation>
    </message>
    <message>
        <source>Waiting for the next leader…</source>
        <translation>Warten auf den nächsten Leader&#xa0;…</translation>
    </message>
    <message>
        <source>The old holder is still in the row…</source>
        <translation>Der bisherige Inhaber steht noch in der Zeile&#xa0;…</translation>
    </message>
    <message>
        <source>Waiting for the old holder to let go, %1 at the latest…</source>
        <translation>Warten, dass der bisherige Inhaber loslässt, spätestens %1&#xa0;…</translation>
    </message>
    <message>
        <source>%1 leads again, with term %2.</source>
        <translation>%1 führt wieder, mit Amtszeit %2.</translation>
    </message>
    <message>
        <source>%1 leads, with term %2.</source>
        <translation>%1 führt, mit Amtszeit %2.</translation>
    </message>
    <message>
        <source>%1 leads again.</source>
        <translation>%1 führt wieder.</translation>
    </message>
    <message>
        <source>%1 leads.</source>
        <translation>%1 führt.</translation>
    </message>
    <message>
        <source>It is revoked already: wait until the holder lets go, or choose to evict it.</source>
        <translation>Sie ist bereits entzogen: Warten Sie, bis der Inhaber loslässt, oder wählen Sie, ihn abzusetzen.</translation>
    </message>
    <message>
        <source>Already revoked: the lock is free when the holder has let go or its lease has run out (%1). Wait, or evict the holder.</source>
        <translation>Bereits entzogen: Die Sperre ist frei, sobald der Inhaber losgelassen hat oder seine Lease abgelaufen ist (%1). Warten Sie, oder setzen Sie den Inhaber ab.</translation>
    </message>
    <message>
        <source>Already revoked by %1: the lock is free when the holder has let go or its lease has run out (%2). Wait, or evict the holder.</source>
        <translation>Bereits entzogen von %1: Die Sperre ist frei, sobald der Inhaber losgelassen hat oder seine Lease abgelaufen ist (%2). Warten Sie, oder setzen Sie den Inhaber ab.</translation>
    </message>
    <message>
        <source>Evicted. The old holder may still act as leader until its lease is over: %1.</source>
        <translation>Abgesetzt. Der bisherige Inhaber kann noch als Leader handeln, bis seine Lease vorbei ist: %1.</translation>
    </message>
    <message>
        <source>Revoked. The holder lets go, %1 at the latest.</source>
        <translation>Entzogen. Der Inhaber lässt los, spätestens %1.</translation>
    </message>
    <message>
        <source>Takes a lock from its holder: the safe way, or the dangerous one</source>
        <translation>Nimmt dem Inhaber eine Sperre: auf dem sicheren oder dem gefährlichen Weg</translation>
    </message>
    <message>
        <source>Then only %1 can lead: the lock is reserved for it.</source>
        <translation>Danach kann nur %1 führen: Die Sperre ist dafür reserviert.</translation>
    </message>
    <message numerus="yes">
        <source>Then one of the %n session(s) that wait can lead.</source>
        <translation>
            <numerusform>Danach kann die eine Sitzung führen, die wartet.</numerusform>
            <numerusform>Danach kann eine der %n Sitzungen führen, die warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is known to wait: nobody may lead then until one comes.</source>
        <translation>Von keiner Sitzung ist bekannt, dass sie wartet: Danach führt womöglich niemand, bis eine kommt.</translation>
    </message>
    <message>
        <source>It is paused: nobody takes it until it is resumed.</source>
        <translation>Sie ist pausiert: Niemand übernimmt sie, bis sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>It is reserved for %1: waiting for that instance to take it…</source>
        <translation>Sie ist für %1 reserviert: Warten, bis diese Instanz sie übernimmt …</translation>
    </message>
    <message>
        <source>No session is known to wait for it. Waiting for the next leader…</source>
        <translation>Von keiner Sitzung ist bekannt, dass sie darauf wartet. Warten auf den nächsten Leader …</translation>
    </message>
</context>
<context>
    <name>Elector::ReleasePermission</name>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>The window was started with --read-only: it only watches.</source>
        <translation>Das Fenster wurde mit --read-only gestartet: Es beobachtet nur.</translation>
    </message>
    <message>
        <source>may not release</source>
        <translation>darf nicht freigeben</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary to release a lock.</source>
        <translation>Dieser Server ist ein Standby: Verbinden Sie sich mit dem Primärserver, um eine Sperre freizugeben.</translation>
    </message>
    <message>
        <source>Role %1 may only read: releasing needs the privileges UPDATE and DELETE on %2.leader_lease.</source>
        <translation>Rolle %1 darf nur lesen: Das Freigeben braucht die Rechte UPDATE und DELETE auf %2.leader_lease.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first, so that you release what you see.</source>
        <translation>Die Beobachtung ist angehalten: Setzen Sie sie zuerst fort, damit Sie freigeben, was Sie sehen.</translation>
    </message>
    <message>
        <source>The rows are not current: a lock can be released once the connection is back.</source>
        <translation>Die Zeilen sind nicht aktuell: Eine Sperre kann freigegeben werden, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>Select a lock first.</source>
        <translation>Wählen Sie zuerst eine Sperre aus.</translation>
    </message>
    <message>
        <source>Nobody holds lock %1.</source>
        <translation>Niemand hält Sperre %1.</translation>
    </message>
    <message>
        <source>The lease of lock %1 has expired: whoever bids next gets it.</source>
        <translation>Die Lease der Sperre %1 ist abgelaufen: Wer sich als Nächster bewirbt, bekommt sie.</translation>
    </message>
    <message>
        <source>The rows are not current: wait until the connection is back.</source>
        <translation>Die Zeilen sind nicht aktuell: Warten Sie, bis die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>A plain table has no room for it; “elector migrate” makes it full.</source>
        <translation>Eine einfache Tabelle hat dafür keinen Platz; „elector migrate“ macht sie vollständig.</translation>
    </message>
    <message>
        <source>This server is a standby: connect to the primary.</source>
        <translation>Dieser Server ist ein Standby: Verbinden Sie sich mit dem Primärserver.</translation>
    </message>
    <message>
        <source>Role %1 may only read: it needs EXECUTE on the functions %2.leader_lease_order and %2.leader_lease_rename.</source>
        <translation>Rolle %1 darf nur lesen: Sie braucht EXECUTE auf den Funktionen %2.leader_lease_order und %2.leader_lease_rename.</translation>
    </message>
    <message>
        <source>This connection was made read-only: the window only watches it.</source>
        <translation>Diese Verbindung wurde nur lesend angelegt: Das Fenster beobachtet sie nur.</translation>
    </message>
    <message>
        <source>The profile %1 is read-only: the window only watches.</source>
        <translation>Das Profil %1 ist nur lesend: Das Fenster beobachtet nur.</translation>
    </message>
    <message>
        <source>Watching is paused: resume it first.</source>
        <translation>Die Beobachtung ist angehalten: Setzen Sie sie zuerst fort.</translation>
    </message>
    <message>
        <source>Several rows are selected: select only the lock that you mean.</source>
        <translation>Mehrere Zeilen sind ausgewählt: wählen Sie nur die Sperre aus, die Sie meinen.</translation>
    </message>
</context>
<context>
    <name>Elector::SafeTls</name>
    <message>
        <source>%1 applies, as chosen here.</source>
        <translation>Es gilt %1, wie hier gewählt.</translation>
    </message>
    <message>
        <source>%1 applies: the service file says so.</source>
        <translation>Es gilt %1: Die Dienstdatei gibt es vor.</translation>
    </message>
    <message>
        <source>%1 applies: the variable PGSSLMODE says so.</source>
        <translation>Es gilt %1: Die Variable PGSSLMODE gibt es vor.</translation>
    </message>
    <message>
        <source>%1 applies, because the server may be another machine.</source>
        <translation>Es gilt %1, weil der Server ein anderer Rechner sein kann.</translation>
    </message>
    <message>
        <source>%1 applies, because %2 is another machine.</source>
        <translation>Es gilt %1, weil %2 ein anderer Rechner ist.</translation>
    </message>
    <message>
        <source>libpq decides (prefer), because the server is on this machine.</source>
        <translation>libpq entscheidet (prefer), weil der Server auf diesem Rechner läuft.</translation>
    </message>
    <message>
        <source>verify-full for another machine, libpq&apos;s choice for this one.</source>
        <translation>verify-full für einen anderen Rechner, die Wahl von libpq für diesen.</translation>
    </message>
    <message>
        <source>Never encrypted: everybody on the way can read along.</source>
        <translation>Nie verschlüsselt: Jeder auf dem Weg kann mitlesen.</translation>
    </message>
    <message>
        <source>Encrypted only if the server insists on it.</source>
        <translation>Nur verschlüsselt, wenn der Server darauf besteht.</translation>
    </message>
    <message>
        <source>Encrypted if the server can; nobody notices if not.</source>
        <translation>Verschlüsselt, wenn der Server es kann; wenn nicht, bemerkt es niemand.</translation>
    </message>
    <message>
        <source>Always encrypted, but it may be another server.</source>
        <translation>Immer verschlüsselt, aber es kann ein anderer Server sein.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust.</source>
        <translation>Verschlüsselt, und das Zertifikat ist von einer CA signiert, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is signed by a CA that you trust and names this host.</source>
        <translation>Verschlüsselt, und das Zertifikat ist von einer CA signiert, der Sie vertrauen, und nennt diesen Host.</translation>
    </message>
    <message>
        <source>There is no root certificate “%1”, so that no server&apos;s certificate can be verified.</source>
        <translation>Es gibt kein Stammzertifikat „%1“, sodass kein Serverzertifikat geprüft werden kann.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or write “system” for those that this machine trusts.</source>
        <translation>Wählen Sie die Datei der CA des Servers, oder schreiben Sie „system“ für jene, denen dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Choose the file of the server&apos;s CA, or %1 for those that this machine trusts.</source>
        <translation>Wählen Sie die Datei der CA des Servers, oder %1 für jene, denen dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: connect by a name that stands in it, or make sure that it is the server that you mean.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen: Verbinden Sie sich über einen Namen, der darin steht, oder vergewissern Sie sich, dass es der Server ist, den Sie meinen.</translation>
    </message>
    <message>
        <source>Give the host by its name as well: an address alone cannot be verified.</source>
        <translation>Geben Sie den Host auch mit seinem Namen an: Eine Adresse allein kann nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.</source>
        <translation>Schalten Sie TLS auf dem Server ein, oder wählen Sie eine schwächere Verschlüsselung, wenn auf dem Weg niemand mithören kann.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, has been revoked, or is not signed by a CA in the root certificate: choose the file of the CA that signed it, or make sure that it is the server that you mean.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen, wurde widerrufen oder ist von keiner CA im Stammzertifikat signiert: Wählen Sie die Datei der CA, die es signiert hat, oder vergewissern Sie sich, dass es der Server ist, den Sie meinen.</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours: choose one that names the user, from a CA that the server trusts, and its key.</source>
        <translation>Der Server verlangt ein Zertifikat von Ihnen: Wählen Sie eines, das den Benutzer nennt und von einer CA stammt, der der Server vertraut, und dessen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>Elector::ServerStatus</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>Was die Tabelle zeigt</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Server and database: %1
Role: %2
Schema: %3</source>
        <translation>Server und Datenbank: %1
Rolle: %2
Schema: %3</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>A standby: leases can be seen, nothing can be released here.</source>
        <translation>Ein Standby: Leases sind zu sehen, hier kann nichts freigegeben werden.</translation>
    </message>
    <message>
        <source>A primary: it decides who leads.</source>
        <translation>Ein Primärserver: Er entscheidet, wer führt.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>Full schema: terms, history and notifications.</source>
        <translation>Vollständiges Schema: Amtszeiten, Verlauf und Benachrichtigungen.</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>Plain table: no terms, no names, no history, and changes are seen only by polling. “elector migrate” adds them.</source>
        <translation>Einfache Tabelle: keine Amtszeiten, keine Namen, kein Verlauf, und Änderungen sind nur durch regelmäßiges Abfragen zu sehen. „elector migrate“ fügt dies hinzu.</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>keine Tabelle</translation>
    </message>
    <message>
        <source>There is no usable leader_lease in schema %1.</source>
        <translation>Im Schema %1 gibt es keine brauchbare leader_lease.</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Version of the server</source>
        <translation>Version des Servers</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>Die Verbindung ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. That is usual for a local socket only.</source>
        <translation>Die Verbindung ist nicht verschlüsselt. Das ist nur bei einem lokalen Socket üblich.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Round trip of the last read</source>
        <translation>Umlaufzeit des letzten Lesens</translation>
    </message>
    <message>
        <source>clock %1 ± %2 ms</source>
        <translation>Uhr %1 ± %2 ms</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this machine&apos;s, and how far that may be off. Countdowns follow the server&apos;s clock and do not depend on it.</source>
        <translation>Die Uhr des Servers minus die dieses Rechners, und wie weit das danebenliegen kann. Countdowns folgen der Uhr des Servers und hängen nicht davon ab.</translation>
    </message>
</context>
<context>
    <name>Elector::ServiceFile</name>
    <message>
        <source>The service file “%1” cannot be read.</source>
        <translation>Die Dienstdatei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is too long for libpq, which reads no further.</source>
        <translation>Zeile %1 der Dienstdatei „%2“ ist zu lang für libpq, das nicht weiterliest.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” begins a section and lacks its “]”.</source>
        <translation>Zeile %1 der Dienstdatei „%2“ beginnt einen Abschnitt, doch „]“ fehlt.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” is not “keyword=value”.</source>
        <translation>Zeile %1 der Dienstdatei „%2“ lautet nicht „Schlüsselwort=Wert“.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” names another service, which libpq does not allow.</source>
        <translation>Zeile %1 der Dienstdatei „%2“ nennt einen weiteren Dienst, was libpq nicht erlaubt.</translation>
    </message>
    <message>
        <source>Line %1 of the service file “%2” has a keyword that libpq does not know: “%3”.</source>
        <translation>Zeile %1 der Dienstdatei „%2“ enthält ein Schlüsselwort, das libpq nicht kennt: „%3“.</translation>
    </message>
</context>
<context>
    <name>Elector::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down</source>
        <translation>Auf, Ab, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Choose a lock</source>
        <translation>Sperre auswählen</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>From table to table and field to field</source>
        <translation>Von Tabelle zu Tabelle und von Feld zu Feld</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>Links, Rechts, Leertaste</translation>
    </message>
    <message>
        <source>Fold the locks of a holder away, or show them</source>
        <translation>Sperren eines Inhabers ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>What can be done with the selected lock</source>
        <translation>Was sich mit der ausgewählten Sperre tun lässt</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Ab</translation>
    </message>
    <message>
        <source>In the filter: choose states, or a regular expression</source>
        <translation>Im Filter: Zustände oder einen regulären Ausdruck wählen</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>Links, Rechts, Pos1, Ende</translation>
    </message>
    <message>
        <source>In the timeline: move</source>
        <translation>In der Zeitleiste: verschieben</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+, −, 0</translation>
    </message>
    <message>
        <source>In the timeline: zoom, and show everything</source>
        <translation>In der Zeitleiste: zoomen und alles zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Strg+Links, Strg+Rechts</translation>
    </message>
    <message>
        <source>In the timeline: from term to term</source>
        <translation>In der Zeitleiste: von Amtszeit zu Amtszeit</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down, Ctrl+A</source>
        <translation>Umschalt+Auf, Umschalt+Ab, Strg+A</translation>
    </message>
    <message>
        <source>Choose several locks, to copy them</source>
        <translation>Mehrere Sperren auswählen, um sie zu kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headers</source>
        <translation>Die ausgewählten Zeilen mit Kopfzeile kopieren</translation>
    </message>
    <message>
        <source>Every key of the window, and what it does</source>
        <translation>Jede Taste des Fensters und was sie tut</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>To the menus: all that has no key of its own</source>
        <translation>Zu den Menüs: alles, was keine eigene Taste hat</translation>
    </message>
</context>
<context>
    <name>Elector::Spoken</name>
    <message>
        <source>Leaves this window without doing anything more</source>
        <translation>Verlässt dieses Fenster, ohne noch etwas zu tun</translation>
    </message>
</context>
<context>
    <name>Elector::TenuresText</name>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Führt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Let go after revoke</source>
        <translation>Nach Entzug losgelassen</translation>
    </message>
    <message>
        <source>Ran out after revoke</source>
        <translation>Nach Entzug abgelaufen</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Abgesetzt</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Table truncated</source>
        <translation>Tabelle geleert</translation>
    </message>
    <message>
        <source>Table upgraded</source>
        <translation>Tabelle aufgerüstet</translation>
    </message>
    <message>
        <source>End not recorded</source>
        <translation>Ende nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Bediener: %1</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>Geschrieben von: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>Amtszeit: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>From: not known, the history begins at %1</source>
        <translation>Von: nicht bekannt, der Verlauf beginnt um %1</translation>
    </message>
    <message>
        <source>To: %1, when its lease ran out; nobody has taken note of it yet</source>
        <translation>Bis: %1, als die Lease ablief; noch hat es niemand vermerkt</translation>
    </message>
    <message>
        <source>To: still going on</source>
        <translation>Bis: dauert noch an</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Bis: %1</translation>
    </message>
    <message>
        <source>To: %1 at the latest</source>
        <translation>Bis: spätestens %1</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>Length: %1 at most</source>
        <translation>Dauer: höchstens %1</translation>
    </message>
    <message>
        <source>Length: %1 at least</source>
        <translation>Dauer: mindestens %1</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Entzogen: %1</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>Nobody leads</source>
        <translation>Niemand führt</translation>
    </message>
    <message>
        <source>Nobody led</source>
        <translation>Niemand führte</translation>
    </message>
    <message>
        <source>From: %1 or earlier, when the lease ran out</source>
        <translation>Von: %1 oder früher, als die Lease ablief</translation>
    </message>
    <message>
        <source>Length: not known</source>
        <translation>Dauer: nicht bekannt</translation>
    </message>
    <message>
        <source>Lock paused: nobody may take it</source>
        <translation>Sperre pausiert: Niemand darf sie übernehmen</translation>
    </message>
    <message>
        <source>Lock reserved for %1</source>
        <translation>Sperre reserviert für %1</translation>
    </message>
    <message>
        <source>To: until its time is over</source>
        <translation>Bis: ihre Zeit um ist</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back by %1</source>
        <translation>Die Uhr des Servers wurde um %1 zurückgestellt</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>Betrifft: %1</translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation>Amtszeiten: %1.</translation>
    </message>
    <message>
        <source>Gaps without a leader: %1.</source>
        <translation>Lücken ohne Leader: %1.</translation>
    </message>
    <message>
        <source>Longest term: %1.</source>
        <translation>Längste Amtszeit: %1.</translation>
    </message>
    <message>
        <source>Longest gap: %1.</source>
        <translation>Längste Lücke: %1.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineExport</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Who led lock %1</source>
        <translation>Wer bei Sperre %1 geführt hat</translation>
    </message>
    <message>
        <source>%1. Made %2.</source>
        <translation>%1. Erstellt: %2.</translation>
    </message>
    <message>
        <source>All that is known: %1</source>
        <translation>Alles, was bekannt ist: %1</translation>
    </message>
    <message>
        <source>The picture for %1 could not be made.</source>
        <translation>Das Bild für %1 konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The printer does not take the page.</source>
        <translation>Der Drucker nimmt die Seite nicht an.</translation>
    </message>
    <message>
        <source>The page could not be finished.</source>
        <translation>Die Seite konnte nicht fertiggestellt werden.</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineLegend</name>
    <message>
        <source>Revoked, still there</source>
        <translation>Entzogen, noch da</translation>
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
        <translation>Ortszeit</translation>
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
        <translation>Reserviert für %1</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Ohne Leader</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Anordnungen</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineScene</name>
    <message>
        <source>%1 others</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>Ohne Leader</translation>
    </message>
</context>
<context>
    <name>Elector::TimelineView</name>
    <message>
        <source>Lanes of the timeline</source>
        <translation>Bahnen der Zeitleiste</translation>
    </message>
    <message>
        <source>Timeline of the selected lock</source>
        <translation>Zeitleiste der ausgewählten Sperre</translation>
    </message>
    <message>
        <source>Timeline of lock %1</source>
        <translation>Zeitleiste der Sperre %1</translation>
    </message>
    <message>
        <source>%1. Selected: %2</source>
        <translation>%1. Ausgewählt: %2</translation>
    </message>
    <message>
        <source>Ctrl and the left and right arrow keys go from one term to the next.</source>
        <translation>Strg und die Pfeiltasten links und rechts gehen von einer Amtszeit zur nächsten.</translation>
    </message>
</context>
<context>
    <name>Elector::TrayIcon</name>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The connection is lost.</source>
        <translation>Die Verbindung ist verloren.</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Wieder verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) without a leader.</source>
        <translation>
            <numerusform>%n Sperre ohne Leader.</numerusform>
            <numerusform>%n Sperren ohne Leader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) renewed only just in time.</source>
        <translation>
            <numerusform>%n Sperre nur knapp rechtzeitig verlängert.</numerusform>
            <numerusform>%n Sperren nur knapp rechtzeitig verlängert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) changing hands again and again.</source>
        <translation>
            <numerusform>%n Sperre wechselt immer wieder den Inhaber.</numerusform>
            <numerusform>%n Sperren wechseln immer wieder den Inhaber.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elector Monitor: %n lock(s) without a leader</source>
        <translation>
            <numerusform>Elector Monitor: %n Sperre ohne Leader</numerusform>
            <numerusform>Elector Monitor: %n Sperren ohne Leader</numerusform>
        </translation>
    </message>
    <message>
        <source>Elector Monitor: every lock has a leader</source>
        <translation>Elector Monitor: Jede Sperre hat einen Leader</translation>
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
        <translation>Siehe elector-monitor --help.</translation>
    </message>
</context>
</TS>
