import { Text, View } from '@tarojs/components'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import { MAX_CHAT_LENGTH } from '@/domain/group-buy/read-entry'
import type { Id } from '@/domain/id'
import { describeFailure, failureWords } from '@/locales/failure'
import { groupBuysWords } from '@/locales/group-buy/group-buys'
import { orderLinesWords } from '@/locales/order/order-lines'
import { goBack } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Stepper } from '@/ui/stepper/stepper'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { isOpenRow, isToStore, type PastedRow, reopenRow } from './paste-draft'
import { usePaste } from './use-paste'
import './group-buys.scss'

const words = groupBuysWords.paste
const MAX_QUANTITY = 999

/** Pastes a list from a chat: the owner looks at what was read, doubtful rows first, and then stores it. */
export function PasteScreen({ shopId, groupBuyId }: { shopId: Id; groupBuyId: Id }) {
  const paste = usePaste(shopId, groupBuyId)
  const { draft, state, busy, failure, changeRow } = paste
  const groupBuy = state.data?.groupBuy
  if (!groupBuy)
    return (
      <Page title={words.title}>
        {state.failure ? (
          <ManagedShopFailure failure={state.failure} onRetry={() => void state.reload()} />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  const { rows } = draft
  if (!rows)
    return (
      <Page
        title={words.title}
        foot={
          <Button
            disabled={!draft.text.trim()}
            busy={busy === 'reading' && words.reading}
            onPress={paste.read}
          >
            {words.read}
          </Button>
        }
      >
        <View className="group-buys">
          <Alert className="group-buys__error">{failure && describeFailure(failure)}</Alert>
          <Card>
            <Field
              label={words.text}
              kind="lines"
              value={draft.text}
              placeholder={words.textHint}
              maxLength={MAX_CHAT_LENGTH}
              onChange={paste.type}
            />
          </Card>
        </View>
      </Page>
    )
  const open = rows.filter(isOpenRow)
  const ready = rows.filter(isToStore)
  const sorted = [...open, ...rows.filter((row) => !isOpenRow(row))]
  const isDone = open.length + ready.length === 0
  return (
    <Page
      title={words.title}
      foot={
        isDone ? (
          <View className="group-foot">
            <Button kind="soft" onPress={paste.restart}>
              {words.again}
            </Button>
            <Button onPress={() => goBack()}>{words.done}</Button>
          </View>
        ) : (
          <Button disabled={open.length > 0} busy={busy === 'storing' && words.storing} onPress={paste.store}>
            {open.length > 0 ? words.unsureLeft : words.store(ready.length)}
          </Button>
        )
      }
    >
      <View className="group-buys">
        <Alert className="group-buys__error">{failure && describeFailure(failure)}</Alert>
        <Text className="group-buys__note">{words.found(rows.length - open.length, open.length)}</Text>
        {sorted.map((row) => (
          <Row
            key={row.orderId}
            row={row}
            groupBuy={groupBuy}
            change={(part) => changeRow(row.orderId, (now) => ({ ...now, ...part }))}
            reopen={() => changeRow(row.orderId, reopenRow)}
          />
        ))}
        {Boolean(draft.other) && <Text className="group-buys__note">{words.other(draft.other ?? 0)}</Text>}
      </View>
    </Page>
  )
}

interface RowProps {
  row: PastedRow
  groupBuy: GroupBuy
  change(part: Partial<PastedRow>): void
  /** Lets a refused row be changed. */
  reopen(): void
}

/** A row: the line as pasted, what was read of it, why it is doubtful, and what became of it. */
function Row({ row, groupBuy, change, reopen }: RowProps) {
  const { read, isSkipped, isSure, result, replaces } = row
  const isStored = result?.number !== undefined
  const isOpen = isOpenRow(row)
  return (
    <Card>
      <Text className="group-buys__note">{read.text}</Text>
      {read.kind === 'cancel' && <Text className="group-buys__state">{words.cancelled}</Text>}
      {isOpen && (
        <Text className="group-buys__state">
          {read.doubts.map((doubt) => words.doubts[doubt]).join('，')}
        </Text>
      )}
      {read.kind === 'entry' && !isSkipped && !isStored && !isSure && (
        <RowFields row={row} groupBuy={groupBuy} change={change} />
      )}
      {read.kind === 'entry' && !isSkipped && isSure && (
        <Heading className="group-buys__figure" level={3}>
          {[read.number, row.name, goodsOf(groupBuy, row)].filter(Boolean).join('　')}
        </Heading>
      )}
      {replaces && !isStored && <Text className="group-buys__note">{words.replaces(replaces.number)}</Text>}
      {isStored && <Text className="group-buys__state">{words.stored(result?.number ?? 0)}</Text>}
      <Alert className="group-buys__error">{result?.code && failureWords[result.code]}</Alert>
      {read.kind === 'entry' && !isStored && (
        <View className="group-mine__buttons">
          {isOpen && (
            <Button
              size="small"
              disabled={!row.name.trim() || row.lines.length === 0}
              onPress={() => change({ isSure: true })}
            >
              {words.sure}
            </Button>
          )}
          {result?.code && !isSkipped && (
            <Button kind="soft" size="small" onPress={reopen}>
              {words.change}
            </Button>
          )}
          <Button kind="line" size="small" onPress={() => change({ isSkipped: !isSkipped })}>
            {isSkipped ? words.keep : words.skip}
          </Button>
        </View>
      )}
    </Card>
  )
}

const goodsOf = ({ goods }: GroupBuy, { lines }: PastedRow): string =>
  lines
    .map(({ skuId, quantity }) => {
      const one = goods.find((each) => each.skuId === skuId)
      return groupBuysWords.goods(one?.name ?? '', quantity, one?.unit ?? '')
    })
    .join('，')

/** The name and the quantities of a doubtful row. */
function RowFields({ row, groupBuy, change }: Omit<RowProps, 'reopen'>) {
  const { name, lines } = row
  const setQuantity = (skuId: Id, quantity: number) => {
    const others = lines.filter((line) => line.skuId !== skuId)
    change({ lines: quantity > 0 ? [...others, { skuId, quantity }] : others })
  }
  return (
    <View className="pick-goods__sheet">
      <Field label={words.name} value={name} maxLength={20} onChange={(text) => change({ name: text })} />
      {groupBuy.goods.map(({ skuId, name: product, label }) => {
        const title = orderLinesWords.name(product, label)
        return (
          <View key={skuId} className="group-buys__total">
            <Text>{title}</Text>
            <Stepper
              label={title}
              value={lines.find((line) => line.skuId === skuId)?.quantity ?? 0}
              max={MAX_QUANTITY}
              onChange={(quantity) => setQuantity(skuId, quantity)}
            />
          </View>
        )
      })}
    </View>
  )
}
