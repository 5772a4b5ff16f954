import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import { operatedShopsWords as words } from '@/locales/operator/console'
import { agoWords } from '@/locales/time'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { ListDetail } from '@/ui/list-detail/list-detail'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { ListRow } from '@/ui/row/list-row'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { ShopDetails } from './shop-details'
import type { OperatedShop } from './shop-sheets'

const MAX_SEARCH = 40
const orders = ['newest', 'largest'] as const
type ShopOrder = (typeof orders)[number]
/** Time in ms after the last character before shops are read. */
const TYPING_MS = 400

/** The typed text once typing pauses. */
function useTypedSearch(typed: string): string {
  const [search, setSearch] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return search
}

/** The shops of the installation, found by name, place, slug or phone; the opened one stands beside them, or in a sheet. `firstSlug` is that of a shop to open. */
export function ShopsPanel({ firstSlug = '' }: { firstSlug?: string | undefined }) {
  const [typed, setTyped] = useState(firstSlug)
  const [opened, setOpened] = useState<OperatedShop>()
  const isWide = useWideWindow()
  const search = useTypedSearch(typed.trim())
  const [order, setOrder] = useState<ShopOrder>('newest')
  const isLargest = order === 'largest' && !search
  const state = usePages<OperatedShop>(`operated-shops ${order} ${search}`, (cursor) =>
    call('GET /api/operator/shops', {
      query: isLargest
        ? { largest: 'yes' }
        : { ...(cursor ? { cursor } : {}), ...(search ? { search } : {}) },
    }),
  )
  const [toOpen, setToOpen] = useState(firstSlug)
  const found = toOpen && state.items?.find(({ slug }) => slug === toOpen)
  useEffect(() => {
    if (!found) return
    setOpened(found)
    setToOpen('')
  }, [found])
  const closeShop = () => setOpened(undefined)
  const detail = opened && (
    <ShopDetails
      shopId={opened.id}
      onChanged={() => void state.reload()}
      onRemoved={() => {
        closeShop()
        void state.reload()
      }}
    />
  )
  // a shop that is not among those found could be taken for one of them
  const type = (text: string) => {
    setTyped(text)
    setToOpen('')
    closeShop()
  }
  const beside = opened && (
    <Card>
      <View className="console__part">
        <Heading className="console__title">{opened.name}</Heading>
        {detail}
      </View>
    </Card>
  )
  return (
    <ListDetail label={opened?.name ?? ''} opened={opened?.id} detail={beside}>
      <View className="console__part">
        <Field label={words.search} value={typed} maxLength={MAX_SEARCH} onChange={type} />
        {!search && (
          <Segmented<ShopOrder>
            label={words.order}
            options={orders.map((key) => ({ key, words: words.orders[key] }))}
            value={order}
            onChange={setOrder}
          />
        )}
        <ShopRows state={state} openedId={opened?.id} onOpen={setOpened} />
      </View>
      {!isWide && opened && (
        <Sheet title={opened.name} onClose={closeShop}>
          {detail}
        </Sheet>
      )}
    </ListDetail>
  )
}

interface ShopRowsProps {
  state: ReturnType<typeof usePages<OperatedShop>>
  openedId: string | undefined
  onOpen(shop: OperatedShop): void
}

function ShopRows({ state, openedId, onOpen }: ShopRowsProps) {
  const { items, failure, reload } = state
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  if (items.length === 0) return <Notice icon="search" {...words.none} />
  return (
    <>
      <Card flush>
        {items.map((shop) => (
          <ListRow
            key={shop.id}
            title={shop.name}
            value={rowFacts(shop)}
            warn={warningOf(shop)}
            isOpen={shop.id === openedId}
            onPress={() => onOpen(shop)}
          />
        ))}
      </Card>
      {state.hasMore && (
        <Button kind="line" busy={state.loadingMore && words.moreBusy} onPress={() => void state.more()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

const rowFacts = ({ place, openedAt, orders, products, bytes }: OperatedShop): string =>
  [
    ...(place ? [place] : []),
    agoWords(openedAt, serverNow()),
    words.facts(products, orders, (bytes / (1024 * 1024)).toFixed(1)),
  ].join(' · ')

function warningOf({ blockedAt, closedAt }: OperatedShop): string | undefined {
  if (blockedAt !== undefined) return words.blocked(agoWords(blockedAt, serverNow()))
  return closedAt === undefined ? undefined : words.closed
}
