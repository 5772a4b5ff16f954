import type { ReportingMigration } from '../migration-progress'
import { first } from './0001-first'
import { changes } from './0002-changes'
import { looks } from './0003-looks'
import { voices } from './0004-voices'
import { orderLimits } from './0005-order-limits'
import { cancelRequests } from './0006-cancel-requests'
import { quotas } from './0007-quotas'
import { keySalt } from './0008-key-salt'
import { installation } from './0009-installation'
import { freight } from './0010-freight'
import { ledger } from './0011-ledger'
import { payments } from './0012-payments'
import { refundNotes } from './0013-refund-notes'
import { collected } from './0014-collected'
import { claims } from './0015-claims'
import { ledgerMonth } from './0016-ledger-month'
import { statements } from './0017-statements'
import { parcels } from './0018-parcels'
import { paymentApplications } from './0019-payment-applications'
import { lessons } from './0020-lessons'
import { practice } from './0021-practice'
import { handovers } from './0022-handovers'
import { notifications } from './0023-notifications'
import { orderSearch } from './0024-order-search'
import { sms } from './0025-sms'
import { deliverySlots } from './0026-delivery-slots'
import { lowStock } from './0027-low-stock'
import { goodsOrder } from './0028-goods-order'
import { closing } from './0029-closing'
import { closedNote } from './0030-closed-note'
import { contact } from './0031-contact'
import { accountIndexes } from './0032-account-indexes'
import { cardMaker } from './0033-card-maker'
import { invitingAccount } from './0034-inviting-account'
import { limits } from './0035-limits'
import { waitingOrders } from './0036-waiting-orders'
import { orderIndexes } from './0037-order-indexes'
import { trust } from './0038-trust'
import { lateRefunds } from './0039-late-refunds'
import { payouts } from './0040-payouts'
import { fewerIndexes } from './0041-fewer-indexes'
import { reports } from './0042-reports'
import { content } from './0043-content'
import { console } from './0044-console'
import { documents } from './0045-documents'
import { passkeys } from './0046-passkeys'
import { ownApp } from './0047-own-app'
import { shopPhotos } from './0048-shop-photos'
import { tidierLooks } from './0049-tidier-looks'
import { groupBuys } from './0050-group-buys'
import { updatableMessages } from './0051-updatable-messages'

/** All migrations in order. They are imported so that the bundle contains them. */
export const migrations: Record<string, ReportingMigration> = {
  '0001-first': first,
  '0002-changes': changes,
  '0003-looks': looks,
  '0004-voices': voices,
  '0005-order-limits': orderLimits,
  '0006-cancel-requests': cancelRequests,
  '0007-quotas': quotas,
  '0008-key-salt': keySalt,
  '0009-installation': installation,
  '0010-freight': freight,
  '0011-ledger': ledger,
  '0012-payments': payments,
  '0013-refund-notes': refundNotes,
  '0014-collected': collected,
  '0015-claims': claims,
  '0016-ledger-month': ledgerMonth,
  '0017-statements': statements,
  '0018-parcels': parcels,
  '0019-payment-applications': paymentApplications,
  '0020-lessons': lessons,
  '0021-practice': practice,
  '0022-handovers': handovers,
  '0023-notifications': notifications,
  '0024-order-search': orderSearch,
  '0025-sms': sms,
  '0026-delivery-slots': deliverySlots,
  '0027-low-stock': lowStock,
  '0028-goods-order': goodsOrder,
  '0029-closing': closing,
  '0030-closed-note': closedNote,
  '0031-contact': contact,
  '0032-account-indexes': accountIndexes,
  '0033-card-maker': cardMaker,
  '0034-inviting-account': invitingAccount,
  '0035-limits': limits,
  '0036-waiting-orders': waitingOrders,
  '0037-order-indexes': orderIndexes,
  '0038-trust': trust,
  '0039-late-refunds': lateRefunds,
  '0040-payouts': payouts,
  '0041-fewer-indexes': fewerIndexes,
  '0042-reports': reports,
  '0043-content': content,
  '0044-console': console,
  '0045-documents': documents,
  '0046-passkeys': passkeys,
  '0047-own-app': ownApp,
  '0048-shop-photos': shopPhotos,
  '0049-tidier-looks': tidierLooks,
  '0050-group-buys': groupBuys,
  '0051-updatable-messages': updatableMessages,
}
