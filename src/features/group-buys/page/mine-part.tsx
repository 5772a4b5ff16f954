import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { OrderSummary } from '@/domain/order/order'
import { describeFailure } from '@/locales/failure'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

interface MinePartProps {
  entries: readonly OrderSummary[]
  /** Entries can be changed and left. */
  isOpen: boolean
  onChange(entry: OrderSummary): void
  onLeft(): void
}

/** The buyer's own entries, which can be changed and left while the group buy is open. */
export function MinePart({ entries, isOpen, onChange, onLeft }: MinePartProps) {
  return (
    <>
      {entries.map((entry) => (
        <MyEntry key={entry.id} entry={entry} isOpen={isOpen} onChange={onChange} onLeft={onLeft} />
      ))}
    </>
  )
}

function MyEntry({
  entry,
  isOpen,
  onChange,
  onLeft,
}: Omit<MinePartProps, 'entries'> & { entry: OrderSummary }) {
  const [isAsking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { id, shopId, groupBuy, lines } = entry
  const leave = async () => {
    setAsking(false)
    if (!groupBuy) return
    setBusy(true)
    const result = await call('DELETE /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId', {
      params: { shopId, groupBuyId: groupBuy.id, orderId: id },
    })
    setBusy(false)
    setFailure(result.ok ? undefined : result.failure)
    onLeft()
  }
  const open = pressable(null, () => go(urlOf('order', { shop: shopId, order: id })), { role: 'link' })
  return (
    <Card>
      <View className="group-mine" {...open}>
        <Heading className="group-mine__number">{words.mine(groupBuy?.entry ?? 0)}</Heading>
        <Text className="group-mine__goods">
          {lines.map(({ name, quantity, unit }) => words.goods(name, quantity, unit)).join('，')}
        </Text>
        {groupBuy?.point && (
          <Text className="group-mine__place">
            {[groupBuy.point.name, groupBuy.point.when].filter(Boolean).join('　')}
          </Text>
        )}
      </View>
      <Alert className="join-sheet__refusal">{failure && describeFailure(failure)}</Alert>
      {isOpen && (
        <View className="group-mine__buttons">
          <Button kind="soft" size="small" onPress={() => onChange(entry)}>
            {words.change}
          </Button>
          <Button kind="line" size="small" onPress={() => setAsking(true)} busy={busy && words.leave}>
            {words.leave}
          </Button>
        </View>
      )}
      {isAsking && <AskSheet {...words.leaveAsk} onYes={() => void leave()} onNo={() => setAsking(false)} />}
    </Card>
  )
}
