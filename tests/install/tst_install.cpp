// SPDX-License-Identifier: MIT
#include "postgresserver.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// Installs into an empty prefix, and uses what is there as others do.
class TestInstall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void libraryHasItsVersionInItsName();
    void onlyOurNamesAreExported();
    void exportedNamesAreThoseOfTheList_data();
    void exportedNamesAreThoseOfTheList();
    void consumerFindsThePackage();
    void consumerFindsItByPkgConfig();
    void examplesFindThePackage();
    void commandRunsFromThePrefix();

private:
    struct Ended
    {
        int status = -1;
        QByteArray said;
    };
    Ended run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // Nothing of the build tree.
        environment.remove(u"LD_LIBRARY_PATH"_s);
        environment.insert(u"PKG_CONFIG_PATH"_s, file(QStringLiteral(INSTALL_LIBDIR "/pkgconfig")));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished(240'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput()};
    }
    QString file(const QString &name) const { return m_prefix.filePath(name); }
    QString library() const { return file(QStringLiteral(INSTALL_LIBDIR "/libelector.so")); }

    QTemporaryDir m_prefix;
    QTemporaryDir m_build;
    PostgresServer m_server;
};

void TestInstall::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
    for (const QString &component : {u"library"_s, u"development"_s, u"command"_s}) {
        const Ended ended = run(QStringLiteral(CMAKE_PROGRAM),
                                {u"--install"_s, QStringLiteral(ELECTOR_BUILD_DIR), u"--prefix"_s, m_prefix.path(),
                                 u"--component"_s, component});
        QVERIFY2(ended.status == 0, ended.said.constData());
    }
}

void TestInstall::libraryHasItsVersionInItsName()
{
    const QFileInfo link(library());
    QVERIFY(link.isSymLink());
    const Ended dump = run(u"objdump"_s, {u"-p"_s, library()});
    QVERIFY2(dump.said.contains("SONAME               libelector.so." ELECTOR_VERSION_MAJOR "\n"),
             dump.said.constData());
}

/// Nothing that a user could clash with, or come to depend on by accident.
void TestInstall::onlyOurNamesAreExported()
{
    const Ended names = run(u"nm"_s, {u"--dynamic"_s, u"--defined-only"_s, u"--demangle"_s, library()});
    QCOMPARE(names.status, 0);
    static const QRegularExpression ours(
        u"^[0-9a-f]+ \\w ((non-virtual |virtual )?(thunk to )|(vtable|typeinfo|typeinfo name|guard variable) for )?Elector::"_s);
    static const QRegularExpression shared(
        u"^[0-9a-f]+ [WVu] "_s); // templates and inline functions of Qt and the standard
    bool any = false;
    for (const QByteArray &line : names.said.split('\n')) {
        const QString name = QString::fromUtf8(line);
        any = any || name.contains(u"Elector::LeaderElector::isLeader"_s);
        QVERIFY2(name.isEmpty() || ours.match(name).hasMatch() || shared.match(name).hasMatch(), line.constData());
    }
    QVERIFY(any);
    for (const char *inside :
         {"Elector::Candidate", "Elector::Session", "Elector::SqlConnection", "Elector::LeaseTable"})
        QVERIFY2(!names.said.contains(QByteArray(inside) + "::"), inside);
}

void TestInstall::exportedNamesAreThoseOfTheList_data()
{
    QTest::addColumn<QByteArray>("taken");
    QTest::addColumn<QByteArray>("put");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("as it is") << QByteArray() << QByteArray() << QByteArray();
    const QByteArray name("Elector::LeaderElector::hold()\n");
    QTest::newRow("exported, not in the list") << name << QByteArray() << '+' + name;
    QTest::newRow("in the list, not exported")
        << QByteArray() << QByteArray("Elector::gone()\n") << QByteArray("-Elector::gone()\n");
    QTest::newRow("another signature") << name << QByteArray("Elector::LeaderElector::hold(int)\n")
                                       << QByteArray("-Elector::LeaderElector::hold(int)\n");
}

/// Who breaks programs that are built already does not do so unseen.
void TestInstall::exportedNamesAreThoseOfTheList()
{
    QFETCH(QByteArray, taken);
    QFETCH(QByteArray, put);
    QFETCH(QByteArray, says);
    QFile tree(QStringLiteral(ELECTOR_SOURCE_DIR "/libelector/symbols"));
    QVERIFY(tree.open(QIODevice::ReadOnly));
    QByteArray names = tree.readAll();
    if (!taken.isEmpty()) {
        QCOMPARE(names.count('\n' + taken), 1);
        names.replace('\n' + taken, "\n");
    }
    QFile list(m_build.filePath(u"symbols"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    const QByteArray text = names + put;
    QCOMPARE(list.write(text), text.size());
    list.close();
    const Ended compared = run(QStringLiteral(ELECTOR_SOURCE_DIR "/scripts/symbols"),
                               {u"--check"_s, u"--list"_s, list.fileName(), library()});
    QVERIFY2(compared.status == (says.isEmpty() ? 0 : 1) && compared.said.contains(says), compared.said.constData());
}

void TestInstall::consumerFindsThePackage()
{
    const QString tree = m_build.filePath(u"cmake"_s);
    const Ended configured
        = run(QStringLiteral(CMAKE_PROGRAM),
              {u"-S"_s, QStringLiteral(ELECTOR_SOURCE_DIR "/tests/install/consumer"), u"-B"_s, tree,
               u"-DCMAKE_PREFIX_PATH="_s + m_prefix.path(), u"-DCMAKE_CXX_COMPILER="_s + QStringLiteral(CXX_PROGRAM)});
    QVERIFY2(configured.status == 0, configured.said.constData());
    const Ended built = run(QStringLiteral(CMAKE_PROGRAM), {u"--build"_s, tree});
    QVERIFY2(built.status == 0, built.said.constData());
    const Ended elected = run(tree + u"/consumer"_s, {m_server.dsn(m_server.createDatabase())});
    QVERIFY2(elected.status == 0 && elected.said.startsWith("leads with term "), elected.said.constData());
}

void TestInstall::consumerFindsItByPkgConfig()
{
    const Ended flags = run(u"pkg-config"_s, {u"--cflags"_s, u"--libs"_s, u"elector >= 1.0"_s});
    QVERIFY2(flags.status == 0, flags.said.constData());
    const QString program = m_build.filePath(u"consumer"_s);
    QStringList arguments{
        u"-std=c++20"_s, u"-fPIC"_s, QStringLiteral(ELECTOR_SOURCE_DIR "/tests/install/consumer/main.cpp"),
        u"-o"_s,         program,    u"-Wl,-rpath,"_s + file(QStringLiteral(INSTALL_LIBDIR))};
    arguments += QString::fromUtf8(flags.said).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    const Ended built = run(QStringLiteral(CXX_PROGRAM), arguments);
    QVERIFY2(built.status == 0, built.said.constData());
    const Ended elected = run(program, {m_server.dsn(m_server.createDatabase())});
    QVERIFY2(elected.status == 0 && elected.said.startsWith("leads with term "), elected.said.constData());
}

/// As docs/examples/README.md says.
void TestInstall::examplesFindThePackage()
{
    const QString tree = m_build.filePath(u"examples"_s);
    const Ended configured
        = run(QStringLiteral(CMAKE_PROGRAM),
              {u"-S"_s, QStringLiteral(ELECTOR_SOURCE_DIR "/docs/examples"), u"-B"_s, tree,
               u"-DCMAKE_PREFIX_PATH="_s + m_prefix.path(), u"-DCMAKE_CXX_COMPILER="_s + QStringLiteral(CXX_PROGRAM)});
    QVERIFY2(configured.status == 0, configured.said.constData());
    const Ended built = run(QStringLiteral(CMAKE_PROGRAM), {u"--build"_s, tree, u"--target"_s, u"example-service"_s});
    QVERIFY2(built.status == 0, built.said.constData());
    const Ended asked = run(tree + u"/bin/examples/example-service"_s, {u"soon"_s});
    QVERIFY2(asked.status == 2 && asked.said.startsWith("usage: example-service "), asked.said.constData());
}

/// With its guardian and its library, both of the prefix.
void TestInstall::commandRunsFromThePrefix()
{
    const Ended linked = run(u"ldd"_s, {file(u"bin/elector"_s)});
    const QString real = QDir(file(QStringLiteral(INSTALL_LIBDIR))).canonicalPath();
    QVERIFY2(linked.said.contains(real.toUtf8()) || linked.said.contains(m_prefix.path().toUtf8()),
             linked.said.constData());
    const Ended ended = run(file(u"bin/elector"_s),
                            {u"run"_s, u"--dsn"_s, m_server.dsn(m_server.createDatabase()), u"--"_s, u"sh"_s, u"-c"_s,
                             u"echo $ELECTOR_LOCK; exit 42"_s});
    QCOMPARE(ended.status, 42);
    QCOMPARE(ended.said, QByteArray("1\n"));
    for (const QString &name : {QStringLiteral(INSTALL_MANDIR "/man1/elector.1"),
                                QStringLiteral(INSTALL_DATADIR "/bash-completion/completions/elector"),
                                QStringLiteral(INSTALL_DATADIR "/zsh/site-functions/_elector"),
                                QStringLiteral(INSTALL_DATADIR "/fish/vendor_completions.d/elector.fish")})
        QVERIFY2(QFileInfo::exists(file(name)), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
