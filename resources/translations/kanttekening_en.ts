<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%n file(s) were in the project already: {names}</source>
        <translation>
            <numerusform>%n file was in the project already: {names}</numerusform>
            <numerusform>%n files were in the project already: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message numerus="yes">
        <source>%n change(s) made since then go.</source>
        <translation>
            <numerusform>%n change made since then goes.</numerusform>
            <numerusform>%n changes made since then go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) undone since then come back.</source>
        <translation>
            <numerusform>%n change undone since then comes back.</numerusform>
            <numerusform>%n changes undone since then come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) are as they were then.</source>
        <translation>
            <numerusform>%n letter is as it was then.</numerusform>
            <numerusform>%n letters are as they were then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) come back: {titles}</source>
        <translation>
            <numerusform>%n letter comes back: {titles}</numerusform>
            <numerusform>%n letters come back: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) go: {titles}</source>
        <translation>
            <numerusform>%n letter goes: {titles}</numerusform>
            <numerusform>%n letters go: {titles}</numerusform>
        </translation>
    </message>
</context>
</TS>
