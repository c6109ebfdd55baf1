// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include "sql/sqltext_p.h"
#include "sql/textrows_p.h"
#include "sql/wholestatement_p.h"

#include <QDir>
#include <QTest>

#include <limits>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Elector {

/// Statements with their values written into them mean what they mean with bound ones, and so do their answers.
class WholeStatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_room.start());
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
    }

    void writesValuesInPlace()
    {
        const QVariantList values{1, u"$1"_s, QVariant(), QByteArray("{1,2}"), true, qlonglong(-5)};
        QCOMPARE(WholeStatement::text("a $1 $2::text $3,$4;$5 $6 $7 $ $x", values),
                 QByteArray("a '1' '$1'::text NULL,'{1,2}';'true' '-5' $7 $ $x"));
        QCOMPARE(WholeStatement::text("$1$10", {1}), QByteArray("'1'$10"));
    }

    void literalsMeanTheSameInAnySession_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"plain"_s, u""_s, u"it's"_s, u"back\\slash"_s, u"\\'"_s, u"ä€𝄞"_s, u"tab\tnewline\n"_s,
              u"'; DROP TABLE leader_lease; --"_s, u"$1 $$ /* -- %"_s, u"\u0083\\"_s, u"{\"a\\\"\"}"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void literalsMeanTheSameInAnySession()
    {
        QFETCH(QString, text);
        const QByteArray literal = WholeStatement::literal(text.toUtf8());
        QVERIFY(
            std::all_of(literal.cbegin(), literal.cend(), [](char c) { return c >= 0x20 && c < 0x7f && c != '\\'; }));
        const auto session = m_room.foreign();
        for (const char *setting : {"standard_conforming_strings = on", "standard_conforming_strings = off",
                                    "client_encoding = 'SJIS'", "client_encoding = 'UTF8'", "search_path = nowhere"}) {
            QVERIFY(session->exec(u"SET "_s + QLatin1String(setting)));
            const QString sql = u"SELECT pg_catalog.encode(pg_catalog.convert_to((%1)::text, 'UTF8'), 'hex')"_s;
            const SqlResult result = session->exec(sql.arg(QString::fromLatin1(literal)));
            QVERIFY2(result, qPrintable(result.error));
            QCOMPARE(result.value().toString(), QString::fromLatin1(text.toUtf8().toHex()));
        }
    }

    /// Nor does any of our statements.
    void statementsHaveNoBackslash()
    {
        const QDir texts(u":/elector/sql/statements"_s);
        SqlText::statement(u"read"_s, u"public"_s, SchemaLevel::Full); // so that they are there
        QVERIFY(texts.entryList().size() > 20);
        for (const QString &file : texts.entryList()) {
            for (const SchemaLevel level : {SchemaLevel::Plain, SchemaLevel::Full})
                QVERIFY2(!SqlText::statement(file.chopped(4), u"public"_s, level).contains(u'\\'), qPrintable(file));
        }
    }

    void answersAreTheSame_data()
    {
        QTest::addColumn<QString>("expression");
        for (const QString &expression : {u"NULL::int"_s,
                                          u"7::smallint"_s,
                                          u"-7::int"_s,
                                          u"2147483647::int"_s,
                                          u"9223372036854775807::bigint"_s,
                                          u"(-9223372036854775807 - 1)::bigint"_s,
                                          u"true"_s,
                                          u"false"_s,
                                          u"'tëxt'::text"_s,
                                          u"''::text"_s,
                                          u"'x'"_s,
                                          u"current_user"_s,
                                          u"'a'::name"_s,
                                          u"timestamptz '2024-02-29 12:34:56.000007+00'"_s,
                                          u"timestamptz '2024-02-29 12:34:56.1+05:30'"_s,
                                          u"timestamptz '1999-12-31 23:59:59.999999+00'"_s,
                                          u"timestamptz '0001-01-01 00:00:00+00'"_s,
                                          u"timestamptz '0001-01-01 00:00:00.000001+00'"_s,
                                          u"timestamptz '0044-03-15 10:00:00+00 BC'"_s,
                                          u"timestamptz '9998-12-31 23:59:59+00'"_s,
                                          u"timestamptz '9999-12-31 00:00:00+00'"_s,
                                          u"timestamptz '294276-01-01 00:00:00+00'"_s,
                                          u"timestamptz 'infinity'"_s,
                                          u"timestamptz '-infinity'"_s})
            QTest::newRow(qPrintable(expression)) << expression;
    }
    void answersAreTheSame()
    {
        QFETCH(QString, expression);
        NodeSession::Settings settings = m_room.settings;
        settings.pooling = Pooling::Session;
        NodeSession bound(settings);
        settings.pooling = Pooling::Transaction;
        NodeSession whole(settings);
        const Execution one = bound.connection.execute(u"SELECT "_s + expression);
        const Execution other = whole.connection.execute(u"SELECT "_s + expression);
        QCOMPARE(other.count(), 1);
        QCOMPARE(one.count(), 1);
        QCOMPARE(other.row(0).isNull(0), one.row(0).isNull(0));
        QCOMPARE(other.row(0).time(0).count(), one.row(0).time(0).count());
        if (expression.startsWith(u"timestamptz"_s)) // of which years far away are but far away
            return;
        QCOMPARE(other.row(0).text(0), one.row(0).text(0));
        QCOMPARE(other.row(0).number(0), one.row(0).number(0));
    }

    void timesThatMakeNoSenseAreNone()
    {
        for (const char *text :
             {"", "x", "2024", "2024-01-01", "2024-01-01 00:00:00", "2024-01-01 00:00:00+01", "2024-13-01 00:00:00+00",
              "2024-02-30 00:00:00+00", "01.02.2024 00:00:00 UTC", "2024-01-01 00:00:00.+00",
              "2024-01-01 00:00:00.1234567+00", "2024-01-01 00:00:00+00x"})
            QVERIFY2(!TextRows::microseconds(text), text);
    }

    /// One that a pooler has led somewhere else in the meantime.
    void anotherServerAppliesNothing()
    {
        NodeSession::Settings settings = m_room.settings;
        settings.pooling = Pooling::Transaction;
        NodeSession node(settings);
        QCOMPARE(node.capture(1, u"a#1.1"_s).verdict, Verdict::Captured);
        LentSession::Contact contact;
        QVERIFY(!LentSession::prepare(node.connection, settings.session, &contact));
        QVERIFY(m_room.server.restart()); // the same data, and yet it might be another one
        NodeSession again(settings);
        // The preamble of before, as if the connection had stayed.
        again.connection.setPreamble(LentSession::forServer(settings.session, contact));
        const QString before = m_room.fingerprint();
        const Reply bid = again.capture(2, u"b#1.1"_s);
        QCOMPARE(bid.outcome, Outcome::Failed);
        QCOMPARE(bid.error.code, ErrorCode::ConnectionLost);
        QVERIFY(!again.connection.isOpen());
        QCOMPARE(m_room.fingerprint(), before);
    }

    /// A pooler that lends a session in somebody's transaction: what is answered there may be rolled back.
    void transactionsOfOthersAreNotTrusted()
    {
        NodeSession::Settings settings = m_room.settings;
        settings.pooling = Pooling::Transaction;
        NodeSession node(settings);
        node.connection.executeScript(u"BEGIN"_s);
        QVERIFY(!node.connection.isOpen());
        NodeSession other(settings);
        LentSession::Contact contact;
        other.connection.setPreamble("BEGIN;"); // as if it had been begun before
        const Reply bid = other.capture(3, u"c#1.1"_s);
        QCOMPARE(bid.outcome, Outcome::Unknown);
        QCOMPARE(m_room.value(u"SELECT count(*) FROM leader_lease WHERE id = 3"_s).toInt(), 0);
    }

private:
    SqlRoom m_room;
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::WholeStatementTest)
#include "tst_wholestatement.moc"
