import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import type { OrderSummary } from '@/domain/order/order'
import {
  type Collection,
  collectionMeans,
  lacksReason,
  MAX_COLLECTION_NOTE_LENGTH,
} from '@/domain/payment/collection'
import { collectWords as words } from '@/locales/order/collect'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import type { OfferedActions } from '../page/order-action'
import { layoutSteps } from '../steps/step-layout'
import type { OrderSteps } from '../steps/use-order-steps'
import './collect-part.scss'
import '../steps/confirm-sheet.scss'

/** The seller's other ways to finish an order that is paid in person: by a receive code, or with another amount than the total. */
export function useCollectPart(order: OrderSummary, steps: OrderSteps): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  const { main } = layoutSteps(order, 'owner')
  if (order.payment.state !== 'due' || (main !== 'finish' && main !== 'collect')) return { actions: [] }
  const collect = (collected: Collection) => {
    setIsOpen(false)
    void steps.perform(order, main, { collected })
  }
  return {
    actions: [
      { words: words.other, icon: 'edit', run: () => setIsOpen(true) },
      { words: words.byCode, icon: 'qr', run: () => collect({ amount: order.total, means: 'code' }) },
    ],
    sheet: isOpen && (
      <CollectSheet total={order.total} onClose={() => setIsOpen(false)} onCollected={collect} />
    ),
  }
}

interface CollectSheetProps {
  /** In fen. */
  total: number
  onCollected(collected: Collection): void
  onClose(): void
}

function CollectSheet({ total, onCollected, onClose }: CollectSheetProps) {
  const [yuan, setYuan] = useState('')
  const [means, setMeans] = useState<Collection['means']>('cash')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const amount = parseYuan(yuan)
  const reason = note.trim()
  const collected = amount === null ? null : { amount, means, ...(reason ? { note: reason } : {}) }
  const isUnexplained = collected !== null && lacksReason(collected, total)
  const press = () => {
    setTried(true)
    if (collected && !isUnexplained) onCollected(collected)
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Text className="ask-step__text">{words.due(total)}</Text>
      <View className="ask-step__fields">
        <Field
          label={words.amount}
          kind="amount"
          value={yuan}
          onChange={setYuan}
          error={tried && amount === null ? words.errors.amount : undefined}
        />
        <View>
          <Text className="collect-part__label" {...aria({ hidden: true })}>
            {words.means}
          </Text>
          <Segmented<Collection['means']>
            label={words.means}
            value={means}
            options={collectionMeans.map((key) => ({ key, words: words.meansWords[key] }))}
            onChange={setMeans}
          />
        </View>
        <Field
          label={words.note}
          value={note}
          onChange={setNote}
          maxLength={MAX_COLLECTION_NOTE_LENGTH}
          hint={words.noteHint}
          error={tried && isUnexplained ? words.errors.note : undefined}
        />
      </View>
      <SheetAnswers no={words.cancel} onNo={onClose}>
        <Button onPress={press}>{words.confirm(amount)}</Button>
      </SheetAnswers>
    </Sheet>
  )
}
