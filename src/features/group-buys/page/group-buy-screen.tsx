import { Text, View } from '@tarojs/components'
import { type CSSProperties, useState } from 'react'
import { useCall } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import { isJoinable, missingToMinimum } from '@/domain/group-buy/group-buy'
import { themeVariables } from '@/domain/look/theme'
import type { Order, OrderSummary } from '@/domain/order/order'
import { isClosed } from '@/domain/shop/shop'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { singlePage } from '@/platform/lifecycle/launch'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { Icon } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import { EntriesPart } from './entries-part'
import { GoodsPart } from './goods-part'
import type { GroupBuyParts, GroupBuyReply } from './group-buy-page'
import { JoinSheet } from './join-sheet'
import { MinePart } from './mine-part'
import { useEntryDraft } from './use-entry-draft'
import { useGroupBuyShare } from './use-group-buy-share'
import { type Join, useJoin } from './use-join'
import './group-buy.scss'

interface GroupBuyScreenProps extends GroupBuyParts {
  reply: GroupBuyReply
  reload(): Promise<void>
}

/** A group buy: what it is, its goods, the buyer's entry, all entries, and the button to join. */
export function GroupBuyScreen({
  reply,
  reload,
  receiver,
  renderReceiver,
  renderSinglePage,
}: GroupBuyScreenProps) {
  const { groupBuy, shop, theme } = reply
  const [isSheetOpen, setSheetOpen] = useState(false)
  const { flash, say } = useFlash()
  const draft = useEntryDraft(reply, receiver)
  const mine = useMine(reply)
  const reloadAll = () => void Promise.all([reload(), mine.reload()])
  const onJoined = (order: Order) => {
    setSheetOpen(false)
    draft.begin(undefined)
    say(words.done(order.groupBuy?.entry ?? 0))
    reloadAll()
    if (order.payUntil !== undefined) go(urlOf('order', { shop: shop.id, order: order.id, pay: '1' }))
  }
  const join = useJoin({ shopId: shop.id, groupBuyId: groupBuy.id }, onJoined)
  useGroupBuyShare(reply)
  const isOpen = isJoinable(groupBuy, serverNow()) && !isClosed(shop, dayOf(serverNow())) && !singlePage
  const nameOf = (skuId: string) => groupBuy.goods.find((goods) => goods.skuId === skuId)?.name ?? ''
  const change = (entry: OrderSummary) => {
    draft.begin(entry)
    setSheetOpen(true)
  }
  const send = () => {
    const body = draft.body()
    if (body) join.join(body)
  }
  const { last } = mine.data ?? {}
  return (
    <Page
      title={shop.name}
      headed
      wide
      onBack={() => backToShop(shop.slug)}
      style={themeVariables(theme) as CSSProperties}
      foot={
        singlePage
          ? renderSinglePage(shop)
          : isOpen && (
              <View className="group-foot">
                {last && draft.lines.length === 0 && (
                  <Button kind="soft" onPress={() => draft.fill(last)}>
                    {words.like}
                  </Button>
                )}
                <Button disabled={draft.lines.length === 0} onPress={() => setSheetOpen(true)}>
                  {draft.lines.length === 0 ? words.choose : words.joinFor(draft.totals.total)}
                </Button>
              </View>
            )
      }
    >
      <View className="group-buy">
        <Head reply={reply} />
        <Waiting join={join} />
        <MinePart entries={mine.data?.entries ?? []} isOpen={isOpen} onChange={change} onLeft={reloadAll} />
        <Card>
          <GoodsPart reply={reply} draft={draft} isOpen={isOpen} />
        </Card>
        <EntriesPart reply={reply} />
      </View>
      {isSheetOpen && (
        <JoinSheet
          reply={reply}
          draft={draft}
          renderReceiver={renderReceiver}
          isSending={join.isSending}
          refusal={join.failure && words.refusal(join.failure, nameOf)}
          onJoin={send}
          onClose={() => {
            setSheetOpen(false)
            if (draft.replaced) draft.begin(undefined)
            if (join.failure) reloadAll()
          }}
        />
      )}
      {flash}
    </Page>
  )
}

/** What the buyer has in the group buy. A single page in Moments signs nobody in. */
const useMine = ({ shop, groupBuy }: GroupBuyReply) =>
  useCall(
    'GET /api/shops/:shopId/group-buys/:groupBuyId/mine',
    singlePage ? null : { params: { shopId: shop.id, groupBuyId: groupBuy.id } },
    'signed-in',
  )

/** The words, until when, how many have joined, what lacks to the minimum, and where goods are handed out. */
function Head({ reply: { groupBuy, shop } }: { reply: GroupBuyReply }) {
  const { minimum, counts, points, state } = groupBuy
  return (
    <Card>
      <View className="group-head">
        <Heading level={1} className="group-head__words">
          {groupBuy.words || `${shop.name}${words.title}`}
        </Heading>
        <View className="group-head__fact">
          <Icon name="clock" size={22} />
          <Text>{words.state(groupBuy, serverNow())}</Text>
        </View>
        <Text className="group-head__count">{words.joined(counts.entries)}</Text>
        {minimum && state === 'open' && (
          <Text className="group-head__minimum">{words.minimum(minimum, missingToMinimum(groupBuy))}</Text>
        )}
        {points.length > 0 && (
          <View className="group-head__points">
            <Text className="group-head__where">{words.where}</Text>
            {points.map(({ id, name, when }) => (
              <Text key={id} className="group-head__point">
                {[name, when].filter(Boolean).join('　')}
              </Text>
            ))}
          </View>
        )}
      </View>
    </Card>
  )
}

/** A request that waits for the network, which is sent by itself when it returns. */
function Waiting({ join }: { join: Join }) {
  if (!join.waiting) return null
  return (
    <Card>
      <Text className="group-waiting">{words.waiting}</Text>
      <View className="group-mine__buttons">
        <Button kind="soft" size="small" onPress={join.retry}>
          {words.retry}
        </Button>
        <Button kind="line" size="small" onPress={join.withdraw}>
          {words.withdraw}
        </Button>
      </View>
    </Card>
  )
}
