import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order'
import { pickGoods } from '@/domain/picking-list'
import { slotDateWords } from '@/locales/day'
import { orderLinesWords } from '@/locales/order-lines'
import { printOrdersWords as words } from '@/locales/print-orders'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { momentWords } from '@/locales/time'
import { aria, heading } from '@/platform/a11y/aria'
import { printPage } from '@/platform/device/print'
import { saveCard } from '@/platform/media/card'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { PackingSlip } from './packing-slip'
import { usePrintJob } from './print-job'
import { drawSlip } from './slip-picture'
import { moneyText, slipTexts } from './slip-texts'
import './print-orders.scss'

const papers = ['a6', 'roll', 'list'] as const
type Paper = (typeof papers)[number]

interface Shop {
  name: string
  phone?: string | undefined
}

/** Prints the chosen orders: a slip for each, or all on one list. In a mini-program slips are saved as pictures. */
export function PrintOrdersScreen({ shopId }: { shopId: Id }) {
  const orders = usePrintJob((job) => job.orders).filter((order) => order.shopId === shopId)
  const { data, failure, reload } = useCall('GET /api/shops/:shopId', { params: { shopId } })
  return (
    <Page title={words.title}>
      {orders.length === 0 ? (
        <Notice icon="order" title={words.empty} text={words.emptyText}>
          <Button kind="soft" onPress={() => goBack(urlOf('merchant', { shop: shopId, tab: 'orders' }))}>
            {words.back}
          </Button>
        </Notice>
      ) : data ? (
        <Job orders={orders} shop={data.shop} />
      ) : failure ? (
        <FailureNotice failure={failure} onRetry={() => void reload()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}

interface JobProps {
  orders: readonly OrderSummary[]
  shop: Shop
}

function Job({ orders, shop }: JobProps) {
  const [paper, setPaper] = useState<Paper>('a6')
  const now = Date.now()
  return (
    <View className="print-orders">
      <View className="print-orders__screen">
        <Segmented<Paper>
          label={words.paper}
          options={papers.map((key) => ({ key, words: words.papers[key] }))}
          value={paper}
          onChange={setPaper}
        />
        <Text className="print-orders__hint">{words.hints[paper]}</Text>
        {printPage ? (
          <Button onPress={printPage}>{words.print}</Button>
        ) : (
          <SaveSlips orders={orders} shop={shop} now={now} />
        )}
      </View>
      {paper === 'list' ? (
        <OrderList orders={orders} shop={shop} now={now} />
      ) : (
        orders.map((order) => (
          // browsers keep the size of the sheet that an element was printed on before
          <PackingSlip key={`${paper} ${order.id}`} texts={slipTexts(order, shop, now)} paper={paper} />
        ))
      )}
    </View>
  )
}

/** Saves a picture of each slip, one after the other; it stops at the first that cannot be saved. */
function SaveSlips({ orders, shop, now }: JobProps & { now: number }) {
  const [done, setDone] = useState<number>()
  const [message, setMessage] = useState<string>()
  async function save() {
    setMessage(undefined)
    let saved = 0
    try {
      for (const order of orders) {
        setDone(saved + 1)
        const picture = await drawSlip(slipTexts(order, shop, now))
        if (!(await saveCard(picture, words.file(order.number)))) break
        saved += 1
      }
    } catch {
      // the message says how many were saved
    }
    setDone(undefined)
    setMessage(saved === orders.length ? words.saved(saved) : words.failed(saved))
  }
  return (
    <>
      <Button busy={done !== undefined && words.saving(done, orders.length)} onPress={() => void save()}>
        {words.save(orders.length)}
      </Button>
      {message && (
        <Text className="print-orders__hint" {...aria({ role: 'status' })}>
          {message}
        </Text>
      )}
    </>
  )
}

/** All orders in one table, and the goods that they need together. */
function OrderList({ orders, shop, now }: JobProps & { now: number }) {
  return (
    <View className="print-list">
      <Text className="print-list__title" {...heading(2)}>
        {words.list(shop.name, momentWords(now, now), orders.length)}
      </Text>
      {orders.map((order) => (
        <View key={order.id} className="print-list__row">
          <Text className="print-list__number">{order.number}</Text>
          <View className="print-list__main">
            <Text className="print-list__who">{words.who(order.receiver.name, order.receiver.phone)}</Text>
            {order.receiver.address && <Text className="print-list__text">{order.receiver.address}</Text>}
            {order.slot && <Text className="print-list__text">{slotDateWords(order.slot)}</Text>}
            <Text className="print-list__text">{sellerOrdersWords.what(order.lines)}</Text>
            {order.note && <Text className="print-list__text">{words.note(order.note)}</Text>}
          </View>
          <Text className="print-list__money">{moneyText(order)}</Text>
        </View>
      ))}
      <Text className="print-list__title" {...heading(2)}>
        {words.goods}
      </Text>
      {pickGoods(orders).map((goods) => (
        <View key={`${goods.skuId} ${goods.name} ${goods.label ?? ''}`} className="print-list__row">
          <Text className="print-list__main">{orderLinesWords.name(goods.name, goods.label)}</Text>
          <Text className="print-list__money">{orderLinesWords.count(goods.quantity, goods.unit)}</Text>
        </View>
      ))}
    </View>
  )
}
