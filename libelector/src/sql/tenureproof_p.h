// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

/// How a node shows that a tenure is its own, where the database trusts nobody (sql/schema/full_strict.sql):
/// `leader_id` holds a digest of a key that only this process knows. Any thread.
namespace Elector::TenureProof {

/// What stands between `#` and `.` in the names of an elector: never twice the same, in this process or another, and
/// nobody who does not know key() can make one that key() proves. 24 characters of A-Z, a-z, 0-9, - and _.
QString newIncarnation();

/// Made anew for each process: 128 random bits. A secret: it goes to the database and to this process' guardian only.
const QString &key();

} // namespace Elector::TenureProof
