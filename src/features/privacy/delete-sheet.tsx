import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { dayOf } from '@/domain/day'
import type { Failure } from '@/domain/failure'
import type { PersonalData } from '@/domain/shop/closing'
import { describeFailure } from '@/locales/failure'
import { myDataWords } from '@/locales/person/my-data'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import { Texts } from '@/ui/text/texts'

const words = myDataWords.remove

interface DeleteSheetProps {
  data: PersonalData
  onData(data: PersonalData): void
  onClose(): void
  onDeleted(isAccountKept: boolean): void
}

/** Says what deleting removes and what remains, and deletes; or names the orders that have to end first. */
export function DeleteSheet({ data, onData, onClose, onDeleted }: DeleteSheetProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function remove() {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    const result = await call('DELETE /api/me/data', {})
    setBusy(false)
    if (result.ok) return onDeleted(result.data.isAccountKept)
    // an order was placed meanwhile: it is named
    const { code, current } = result.failure
    if (code === 'not-allowed-now' && current) return onData(current as PersonalData)
    setFailure(result.failure)
  }

  const isOpen = data.openOrders.length > 0
  return (
    <Sheet title={isOpen ? words.open.title(data.openOrders.length) : words.question} onClose={onClose}>
      <View className="privacy-guide__part">
        {isOpen ? <OpenOrders data={data} /> : <Remains data={data} />}
        <Alert>{failure && describeFailure(failure)}</Alert>
        <Button kind="line" onPress={onClose}>
          {words.no}
        </Button>
        {!isOpen && (
          <Button kind="bad" busy={busy && words.busy} onPress={() => void remove()}>
            {words.yes}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

function OpenOrders({ data: { openOrders } }: { data: PersonalData }) {
  return (
    <>
      <Text className="privacy-guide__text">{words.open.text}</Text>
      {openOrders.map((order) =>
        order.isOthers ? (
          <Text key={order.id} className="privacy-guide__text">
            {words.open.paidFor(order)}
          </Text>
        ) : (
          <Button
            key={order.id}
            kind="line"
            size="small"
            onPress={() => go(urlOf('order', { shop: order.shopId, order: order.id }))}
          >
            {words.open.order(order)}
          </Button>
        ),
      )}
    </>
  )
}

function Remains({ data }: { data: PersonalData }) {
  const { orders, claimable, shops, isStaff, receiversUntil = 0, recordsUntil = 0 } = data
  const texts = [
    ...(shops.length > 0 ? [words.shops(shops)] : []),
    ...(isStaff ? [words.staff] : []),
    ...(shops.length === 0 && !isStaff ? [words.goes] : []),
    ...(orders > 0 ? [words.stays(orders, dayOf(receiversUntil), dayOf(recordsUntil), serverNow())] : []),
    ...(claimable > 0 ? [words.noClaims(claimable)] : []),
  ]
  return <Texts className="privacy-guide__text" texts={texts} />
}
