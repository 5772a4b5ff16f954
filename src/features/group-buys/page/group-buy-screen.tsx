import { Text, View } from '@tarojs/components'
import { type CSSProperties, useState } from 'react'
import { useCall } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import { isJoinable, missingToMinimum } from '@/domain/group-buy/group-buy'
import { themeVariables } from '@/domain/look/theme'
import type { OrderSummary } from '@/domain/order/order'
import { isClosed } from '@/domain/shop/shop'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { singlePage } from '@/platform/lifecycle/launch'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { Icon } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import { EntriesPart } from './entries-part'
import { GoodsPart } from './goods-part'
import type { GroupBuyParts, GroupBuyReply } from './group-buy-page'
import { GroupFoot } from './group-foot'
import { JoinSheet } from './join-sheet'
import { MinePart } from './mine-part'
import { useEntryDraft } from './use-entry-draft'
import { useGroupBuyShare } from './use-group-buy-share'
import { useJoin } from './use-join'
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
  const mine = useMine(reply)
  const { entries = [], last } = mine.data ?? {}
  const draft = useEntryDraft(reply, receiver, entries)
  const reloadAll = () => void Promise.all([reload(), mine.reload()])
  const join = useJoin(
    { shopId: shop.id, groupBuyId: groupBuy.id },
    {
      onJoined(order, isEarlier) {
        setSheetOpen(false)
        draft.begin(undefined)
        say((isEarlier ? words.earlier : words.done)(order.groupBuy?.entry ?? 0))
        reloadAll()
        if (order.payUntil !== undefined) go(urlOf('order', { shop: shop.id, order: order.id, pay: '1' }))
      },
      onRefused: reloadAll,
      onUnanswered: () => setSheetOpen(false),
    },
  )
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
  const hasFoot = isOpen || join.isWaiting || join.failure !== undefined
  const refusal = join.failure && words.refusal(join.failure, nameOf)
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
          : hasFoot && (
              <GroupFoot
                {...{ join, draft, isOpen, last, refusal: isSheetOpen ? undefined : refusal }}
                onOpen={() => setSheetOpen(true)}
              />
            )
      }
    >
      <View className="group-buy">
        <Head reply={reply} />
        <MinePart entries={entries} isOpen={isOpen} onChange={change} onLeft={reloadAll} />
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
          refusal={refusal}
          onJoin={send}
          onClose={() => {
            setSheetOpen(false)
            if (draft.replaced) draft.begin(undefined)
            join.dismissFailure()
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
