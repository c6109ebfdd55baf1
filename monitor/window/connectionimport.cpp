// SPDX-License-Identifier: MIT
#include "connectionimport.h"

#include "connectionfields.h"
#include "spoken.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

ConnectionImport::ConnectionImport(QWidget *parent)
    : QDialog(parent)
    , m_address(namedLine(tr("Address"), "addressEdit", this))
    , m_box(new FieldBox(m_address))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import an address"));
    m_address->setPlaceholderText(QStringLiteral("postgresql://user@host:5432/database"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_box->addTo(form, tr("&Address"));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    import->setObjectName(QStringLiteral("importButton"));
    import->setAccessibleDescription(tr("Makes a profile of the address; it can be changed before it is saved"));
    setSpokenLeaving(buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole));
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionImport::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_box->setError({}); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form);
    auto *explanation = quietLabel(tr("An address as other programs of PostgreSQL take it, or “host=… dbname=…”. A "
                                      "password in it is used now, and written nowhere."),
                                   this);
    setAccessibleDescription(explanation->text());
    layout->addWidget(explanation);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(520);
    m_address->setFocus();
}

void ConnectionImport::accept()
{
    ElectorError error;
    m_profile = profileFromAddress(m_address->text(), &error, &m_secrets);
    if (!error && m_address->text().trimmed().isEmpty())
        m_box->setError(tr("Write or paste an address first."));
    else if (error)
        m_box->setError(error.message());
    else
        QDialog::accept();
}

} // namespace Elector
