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
</TS>
