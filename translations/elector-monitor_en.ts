<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Elector::ConnectionProfile</name>
    <message numerus="yes">
        <source>The name is too long: %n characters are enough.</source>
        <translation>
            <numerusform>The name is too long: %n character is enough.</numerusform>
            <numerusform>The name is too long: %n characters are enough.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::ConnectionTest</name>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n lock</numerusform>
            <numerusform>%n locks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::ExportDialog</name>
    <message numerus="yes">
        <source>%n lock(s) written to %1</source>
        <translation>
            <numerusform>%n lock written to %1</numerusform>
            <numerusform>%n locks written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::LeaseCells</name>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n lock</numerusform>
            <numerusform>%n locks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in trouble</source>
        <translation>
            <numerusform>%n in trouble</numerusform>
            <numerusform>%n in trouble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::OverviewModel</name>
    <message numerus="yes">
        <source>All %n schema(s)</source>
        <translation>
            <numerusform>All %n schema</numerusform>
            <numerusform>All %n schemas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::ReleaseDialog</name>
    <message numerus="yes">
        <source>Then one of the %n session(s) that wait can lead.</source>
        <translation>
            <numerusform>Then the one session that waits can lead.</numerusform>
            <numerusform>Then one of the %n sessions that wait can lead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elector::TrayIcon</name>
    <message numerus="yes">
        <source>%n lock(s) without a leader.</source>
        <translation>
            <numerusform>%n lock without a leader.</numerusform>
            <numerusform>%n locks without a leader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) renewed only just in time.</source>
        <translation>
            <numerusform>%n lock renewed only just in time.</numerusform>
            <numerusform>%n locks renewed only just in time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s) changing hands again and again.</source>
        <translation>
            <numerusform>%n lock changing hands again and again.</numerusform>
            <numerusform>%n locks changing hands again and again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elector Monitor: %n lock(s) without a leader</source>
        <translation>
            <numerusform>Elector Monitor: %n lock without a leader</numerusform>
            <numerusform>Elector Monitor: %n locks without a leader</numerusform>
        </translation>
    </message>
</context>
</TS>
