import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { openSettings } from '@/platform/device/open-settings'
import { printPage } from '@/platform/device/print'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { canSaveCards, saveCard } from '@/platform/media/card'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { listPictures } from './list-picture'
import { type ListTexts, listTexts } from './list-texts'
import { PackingSlip } from './packing-slip'
import type { PagePicture } from './picture-pages'
import { usePrintJob } from './print-job'
import { slipPictures } from './slip-picture'
import { slipTexts } from './slip-texts'
import './print-orders.scss'

const papers = ['a6', 'roll', 'list'] as const
type Paper = (typeof papers)[number]

interface Shop {
  name: string
  phone?: string | undefined
}

/** Prints the chosen orders: a slip for each, or all on one list. In a mini-program they are saved as pictures. */
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
  const now = serverNow()
  const list = listTexts(orders, shop.name, now)
  const slips = orders.map((order) => ({ id: order.id, texts: slipTexts(order, shop, now) }))
  const pictures = (): PagePicture[] =>
    paper === 'list' ? listPictures(list) : slips.flatMap(({ texts }) => slipPictures(texts, paper))
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
        ) : canSaveCards() ? (
          <SavePictures key={paper} pictures={pictures()} saved={words.saved[paper]} />
        ) : (
          <Notice icon="warn" title={words.unable} text={words.unableText} />
        )}
      </View>
      {paper === 'list' ? (
        <OrderList texts={list} />
      ) : (
        slips.map(({ id, texts }) => (
          // browsers keep the size of the sheet that an element was printed on before
          <PackingSlip key={`${paper} ${id}`} texts={texts} paper={paper} />
        ))
      )}
    </View>
  )
}

interface SavePicturesProps {
  pictures: readonly PagePicture[]
  /** Says that all are saved. */
  saved(count: number): string
}

/** Saves pictures one after the other. It stops at the first that cannot be saved, and begins with that one the next time. */
function SavePictures({ pictures, saved }: SavePicturesProps) {
  const [done, setDone] = useState<number>()
  const [savedCount, setSavedCount] = useState(0)
  const [result, setResult] = useState<'saved' | 'failed'>()
  async function save() {
    setResult(undefined)
    let count = savedCount
    try {
      for (const { name, draw } of pictures.slice(savedCount)) {
        setDone(count + 1)
        if (!(await saveCard(await draw(), name))) break
        count += 1
      }
    } catch {
      // the message says how many were saved
    }
    const isComplete = count === pictures.length
    setDone(undefined)
    setSavedCount(isComplete ? 0 : count)
    setResult(isComplete ? 'saved' : 'failed')
  }
  return (
    <>
      <Button busy={done !== undefined && words.saving(done, pictures.length)} onPress={() => void save()}>
        {savedCount > 0 ? words.saveFrom(savedCount + 1) : words.save(pictures.length)}
      </Button>
      {result && (
        <Status className="print-orders__hint">
          {result === 'saved' ? saved(pictures.length) : words.failed(savedCount)}
        </Status>
      )}
      {result === 'failed' && openSettings && (
        <Button kind="soft" icon="settings" onPress={openSettings}>
          {words.settings}
        </Button>
      )}
    </>
  )
}

/** All orders in one table, and the goods to pack for them. */
function OrderList({ texts: { title, groups, goods, omitted } }: { texts: ListTexts }) {
  return (
    <View className="print-list">
      <Heading className="print-list__title">{title}</Heading>
      {groups.map((group) => (
        <View key={group.title}>
          <Heading className="print-list__title" level={3}>
            {group.title}
          </Heading>
          {group.rows.map(({ number, who, details, money }) => (
            <View key={number} className="print-list__row">
              <Text className="print-list__number">{number}</Text>
              <View className="print-list__main">
                <Text className="print-list__who">{who}</Text>
                <Texts className="print-list__text" texts={details} />
              </View>
              <Text className="print-list__money">{money}</Text>
            </View>
          ))}
        </View>
      ))}
      <Heading className="print-list__title">{words.goods}</Heading>
      {goods.map(({ key, name, count }) => (
        <View key={key} className="print-list__row">
          <Text className="print-list__main">{name}</Text>
          <Text className="print-list__money">{count}</Text>
        </View>
      ))}
      {omitted && <Text className="print-list__text">{omitted}</Text>}
    </View>
  )
}
