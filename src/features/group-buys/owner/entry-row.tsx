import { Text, View } from '@tarojs/components'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import { type Entry, isToHandOut, type Tick } from '@/domain/group-buy/hand-out'
import type { Id } from '@/domain/id'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { groupBuysWords } from '@/locales/group-buy/group-buys'
import { aria, pressable } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Speaker } from '@/ui/speaker/speaker'
import { goodsWords } from './chat-texts'

const words = groupBuysWords.one

interface EntryRowProps {
  entry: Entry
  groupBuy: GroupBuy
  shopId: Id
  onTick(tick: Omit<Tick, 'id'>): void
}

/** What is due of an entry, or that nothing is. */
function moneyWords({ payment, total, state }: Entry): string {
  if (state === 'cancelled') return words.cancelled
  if (payment.state === 'pending') return words.pending
  return payment.state === 'due' ? words.due(total) : words.paid
}

/** An entry for its shop: number, name, goods in large figures, what is due, and the ticks. */
export function EntryRow({ entry, groupBuy, shopId, onTick }: EntryRowProps) {
  const { orderId, number, name, phone, state, payment } = entry
  const goods = goodsWords(groupBuy, entry)
  const open = pressable(null, () => go(urlOf('merchantOrder', { shop: shopId, order: orderId })), {
    role: 'link',
  })
  const isDue = payment.state === 'due'
  return (
    <View
      className={`entry-row ${state === 'cancelled' ? 'entry-row--over' : ''}`}
      {...aria({ role: 'listitem' })}
    >
      <View className="entry-row__head" {...open}>
        <Text className="entry-row__number">{number}</Text>
        <View className="entry-row__words">
          <Text className="entry-row__name">{[name, phone.slice(-4)].filter(Boolean).join('　')}</Text>
          <Text className="entry-row__goods">{goods}</Text>
          {entry.note && <Text className="entry-row__note">{entry.note}</Text>}
        </View>
        <Text className="entry-row__money">{moneyWords(entry)}</Text>
      </View>
      <View className="entry-row__buttons">
        {isToHandOut(entry) && (
          <>
            <Button
              size="small"
              onPress={() => onTick({ orderId, kind: 'hand-out', ...(isDue ? { means: 'cash' } : {}) })}
            >
              {isDue ? words.handOutCash : words.handOut}
            </Button>
            {isDue && (
              <Button
                kind="soft"
                size="small"
                onPress={() => onTick({ orderId, kind: 'hand-out', means: 'code' })}
              >
                {words.handOutCode}
              </Button>
            )}
          </>
        )}
        {state === 'done' && (
          <>
            <Text className="entry-row__done">{words.handedOut}</Text>
            <Button kind="line" size="small" onPress={() => onTick({ orderId, kind: 'undo' })}>
              {words.undo}
            </Button>
          </>
        )}
        {phone && state !== 'cancelled' && state !== 'done' && (
          <Button kind="line" size="small" icon="phone" onPress={() => dial(phone)}>
            {words.call}
          </Button>
        )}
        <Speaker text={groupBuyPageWords.spoken(number, name.slice(0, 1), goods)} />
      </View>
    </View>
  )
}
