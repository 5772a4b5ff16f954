import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dayOf } from '@/domain/day'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import { MAX_GROUP_BUY_WORDS, MAX_POINTS } from '@/domain/group-buy/group-buy'
import type { Id } from '@/domain/id'
import type { Shop } from '@/domain/shop/shop'
import { fullDayWords } from '@/locales/day'
import { describeFailure } from '@/locales/failure'
import { groupBuysWords } from '@/locales/group-buy/group-buys'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { aria } from '@/platform/a11y/aria'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { goBack, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { endOf, type GroupBuyDraft } from './edit-draft'
import { GoodsFields } from './goods-fields'
import { useEdit } from './use-edit'
import './group-buys.scss'

const words = groupBuysWords.edit

interface EditScreenProps {
  shopId: Id
  groupBuyId: Id
  copyOf: Id | undefined
}

/** What a draft lacks before it can be published. */
function missingOf(draft: GroupBuyDraft, now: number): string | undefined {
  if (draft.goods.length === 0) return words.missing.goods
  const hasPlace = draft.points.some(({ name }) => name.trim()) || draft.fulfilments.length > 0
  if (!hasPlace) return words.missing.place
  return endOf(draft) > now ? undefined : words.missing.time
}

/** Writes a group buy: goods, end, places and a sentence; what few need is behind 更多. */
export function EditScreen({ shopId, groupBuyId, copyOf }: EditScreenProps) {
  const onSaved = ({ state }: GroupBuy) =>
    state === 'draft' ? goBack() : replace(urlOf('groupBuyOrders', { shop: shopId, id: groupBuyId }))
  const edit = useEdit({ shopId, groupBuyId, copyOf }, onSaved)
  const [isTried, setTried] = useState(false)
  const { draft, shop, goods, groupBuy, busy, change } = edit
  const isOpen = groupBuy?.state === 'open'
  if (!draft || !shop.data || !goods.items)
    return (
      <Page title={words.title}>
        {edit.loadFailure ? (
          <ManagedShopFailure failure={edit.loadFailure} onRetry={edit.reload} />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  const missing = missingOf(draft, serverNow())
  const run = (action: () => void) => {
    setTried(true)
    if (!missing) action()
  }
  return (
    <Page
      title={isOpen ? words.titleOpen : words.title}
      foot={
        <View className="group-foot">
          {!isOpen && (
            <Button kind="soft" disabled={draft.goods.length === 0} onPress={edit.save}>
              {words.save}
            </Button>
          )}
          <Button busy={busy && words.saving} onPress={() => run(isOpen ? edit.save : edit.publish)}>
            {isOpen ? words.saveOpen : words.publish}
          </Button>
        </View>
      }
    >
      <View className="group-buys">
        <Alert className="group-buys__error">
          {(edit.hasConflict && words.conflict) ||
            (edit.failure && describeFailure(edit.failure)) ||
            (isTried && missing)}
        </Alert>
        <Card>
          <Heading className="group-buys__title">{words.goods}</Heading>
          {goods.items.length === 0 && <Alert className="group-buys__error">{words.noGoods}</Alert>}
          <GoodsFields
            products={goods.items}
            trade={shop.data.shop.trade}
            goods={draft.goods}
            fixed={isOpen ? groupBuy.goods.map(({ skuId }) => skuId) : []}
            onChange={(all) => change({ goods: all })}
          />
        </Card>
        <EndFields draft={draft} change={change} />
        <PointFields
          draft={draft}
          change={change}
          fixed={isOpen ? groupBuy.points.map(({ id }) => id) : []}
        />
        <Card>
          <Field
            label={words.words}
            kind="lines"
            low
            value={draft.words}
            placeholder={words.wordsHint}
            maxLength={MAX_GROUP_BUY_WORDS}
            onChange={(text) => change({ words: text })}
          />
        </Card>
        <MoreFields draft={draft} change={change} shop={shop.data.shop} isOpen={isOpen} />
      </View>
    </Page>
  )
}

interface FieldsProps {
  draft: GroupBuyDraft
  change(part: Partial<GroupBuyDraft>): void
}

const DAYS = 7

/** The day and the hour at which it closes. */
function EndFields({ draft, change }: FieldsProps) {
  const today = dayOf(serverNow())
  const near = Array.from({ length: DAYS }, (_, at) => addDays(today, at))
  const days = near.includes(draft.day) ? near : [...near, draft.day]
  const hours = Object.entries(words.hours)
  return (
    <Card>
      <Heading className="group-buys__title">{words.until}</Heading>
      <View className="group-buys__chips" {...aria({ role: 'radiogroup', label: words.until })}>
        {days.map((day) => (
          <Chip key={day} role="radio" on={day === draft.day} onPress={() => change({ day })}>
            {fullDayWords(day, today)}
          </Chip>
        ))}
      </View>
      <View className="group-buys__chips" {...aria({ role: 'radiogroup', label: words.hour })}>
        {hours.map(([hour, text]) => (
          <Chip key={hour} role="radio" on={hour === draft.hour} onPress={() => change({ hour })}>
            {text}
          </Chip>
        ))}
      </View>
    </Card>
  )
}

/** The places where it is handed out; those of an open group buy keep their names. */
function PointFields({ draft, change, fixed }: FieldsProps & { fixed: readonly Id[] }) {
  const { points } = draft
  const changePoint = (id: Id, part: { name?: string; when?: string }) =>
    change({ points: points.map((point) => (point.id === id ? { ...point, ...part } : point)) })
  return (
    <Card>
      <Heading className="group-buys__title">{words.points}</Heading>
      {points.map(({ id, name, when = '' }) => (
        <View key={id} className="group-buys__point">
          {fixed.includes(id) ? (
            <Heading level={3}>{name}</Heading>
          ) : (
            <Field
              label={words.pointName}
              value={name}
              placeholder={words.pointNameHint}
              onChange={(text) => changePoint(id, { name: text })}
            />
          )}
          <Field
            label={words.pointWhen}
            value={when}
            maxLength={40}
            placeholder={words.pointWhenHint}
            onChange={(text) => changePoint(id, { when: text })}
          />
        </View>
      ))}
      {points.length < MAX_POINTS && (
        <Button
          kind="line"
          size="small"
          icon="plus"
          onPress={() => change({ points: [...points, { id: newId(), name: '' }] })}
        >
          {words.addPoint}
        </Button>
      )}
    </Card>
  )
}

/** The shop's other ways, a minimum, and whether closing accepts the entries. */
function MoreFields({
  draft,
  change,
  shop,
  isOpen,
}: FieldsProps & { shop: Pick<Shop, 'fulfilments'>; isOpen: boolean }) {
  const [isShown, setShown] = useState(draft.fulfilments.length > 0 || draft.minimumKind !== 'none')
  const ways = shop.fulfilments.filter((kind) => kind !== 'on-site' && kind !== 'pickup')
  const minimums = (['none', 'entries', 'units', 'amount'] as const).map((key) => ({
    key,
    words: words.minimums[key],
  }))
  const toggle = (kind: (typeof ways)[number]) =>
    change({
      fulfilments: draft.fulfilments.includes(kind)
        ? draft.fulfilments.filter((one) => one !== kind)
        : [...draft.fulfilments, kind],
    })
  if (!isShown)
    return (
      <Button kind="line" size="small" onPress={() => setShown(true)}>
        {words.more}
      </Button>
    )
  return (
    <Card>
      {ways.map((kind) => (
        <Choice
          key={kind}
          role="checkbox"
          words={`${words.ways}${fulfilmentWords[kind]}`}
          chosen={draft.fulfilments.includes(kind)}
          onPress={() => toggle(kind)}
        />
      ))}
      {!isOpen && (
        <>
          <Heading className="group-buys__title">{words.minimum}</Heading>
          <Segmented
            label={words.minimum}
            options={minimums}
            value={draft.minimumKind}
            onChange={(minimumKind) => change({ minimumKind })}
          />
          {draft.minimumKind !== 'none' && (
            <Field
              label={words.minimums[draft.minimumKind]}
              kind={draft.minimumKind === 'amount' ? 'amount' : 'number'}
              value={draft.minimum}
              onChange={(minimum) => change({ minimum })}
            />
          )}
        </>
      )}
      <Choice
        role="checkbox"
        words={words.accepts}
        chosen={draft.accepts}
        onPress={() => change({ accepts: !draft.accepts })}
      />
    </Card>
  )
}
