import { useState } from 'react'
import type { Fen } from '@/domain/money'
import { freightRuleOf } from '@/domain/order/freight'
import type { ShopDraft } from '../shop-draft'
import { DeliverySheet } from './delivery-sheet'
import { FeeSheet } from './fee-sheet'
import { type ChargedKind, chargedKindsOf, lacksCourierFee, withFee } from './freight'
import { MoneySheet } from './money-sheet'
import { PhoneSheet } from './phone-sheet'

export type TermsSheet = 'money' | 'delivery' | 'phone' | 'local-fee' | 'courier-fee'

interface TermsSheetsProps {
  open: TermsSheet
  setOpen(sheet: TermsSheet | null): void
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
}

/** The sheets of the terms question; the fee sheet returns to the sheet that opened it. */
export function TermsSheets({ open, setOpen, draft, change }: TermsSheetsProps) {
  const [from, setFrom] = useState<TermsSheet | null>(null)
  const [charged, setCharged] = useState<ChargedKind>()
  const close = () => setOpen(null)
  const askFee = (kind: ChargedKind, sheet: TermsSheet) => {
    setFrom(sheet)
    setCharged(kind)
    setOpen(kind === 'courier' ? 'courier-fee' : 'local-fee')
  }
  const kinds = chargedKindsOf(draft)
  const [first = 'local'] = kinds

  if (open === 'phone')
    return <PhoneSheet phone={draft.phone} onChange={(phone) => change({ phone })} onClose={close} />
  if (open === 'delivery')
    return (
      <DeliverySheet
        draft={draft}
        change={change}
        onCourier={() => askFee('courier', 'delivery')}
        onClose={close}
      />
    )
  if (open === 'money' && !lacksCourierFee(draft))
    return (
      <MoneySheet
        kinds={kinds}
        first={charged && kinds.includes(charged) ? charged : first}
        freight={draft.freight}
        onChange={(freight) => change({ freight })}
        onOther={(kind) => askFee(kind, 'money')}
        onClose={close}
      />
    )
  const kind = open === 'local-fee' ? 'local' : 'courier'
  return <ChargedFeeSheet kind={kind} draft={draft} change={change} onClose={() => setOpen(from)} />
}

interface ChargedFeeSheetProps {
  kind: ChargedKind
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  onClose(): void
}

function ChargedFeeSheet({ kind, draft, change, onClose }: ChargedFeeSheetProps) {
  const { [kind]: typed, ...otherTyped } = draft.typedFees
  const close = () => {
    change({ typedFees: otherTyped })
    onClose()
  }
  const done = (fee: Fen) => {
    change(withFee(draft, kind, fee))
    close()
  }
  const unknown = kind === 'courier' && !draft.freight.courier
  return (
    <FeeSheet
      kind={kind}
      fee={unknown ? undefined : freightRuleOf(draft.freight, kind).fee}
      typed={typed}
      onType={(text) => change({ typedFees: { ...otherTyped, [kind]: text } })}
      onDone={done}
      onClose={close}
    />
  )
}
