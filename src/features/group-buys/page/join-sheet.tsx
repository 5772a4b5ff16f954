import { View } from '@tarojs/components'
import { useState } from 'react'
import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { isPaidInPerson } from '@/domain/payment/payment'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords, payLaterWords, paymentWords } from '@/locales/order/fulfilment'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { GoodsPart } from './goods-part'
import type { GroupBuyParts, GroupBuyReply } from './group-buy-page'
import type { EntryDraft, Place } from './use-entry-draft'

interface JoinSheetProps {
  reply: GroupBuyReply
  draft: EntryDraft
  renderReceiver: GroupBuyParts['renderReceiver']
  isSending: boolean
  /** Why the last request was refused. */
  refusal: string | undefined
  onJoin(): void
  onClose(): void
}

/** Name and phone, where it is handed out, and how it is paid: what is left to say before joining. */
export function JoinSheet({
  reply,
  draft,
  renderReceiver,
  isSending,
  refusal,
  onJoin,
  onClose,
}: JoinSheetProps) {
  const [isTried, setTried] = useState(false)
  const { totals, replaced, lines } = draft
  const isEmpty = lines.length === 0
  const join = () => {
    setTried(true)
    if (draft.isComplete) onJoin()
  }
  return (
    <Sheet
      title={words.sheet}
      onClose={onClose}
      foot={
        <View className="join-sheet__foot">
          <Button onPress={join} disabled={isEmpty} busy={isSending && words.sending}>
            {isEmpty ? words.choose : (replaced ? words.changeFor : words.joinFor)(totals.total)}
          </Button>
        </View>
      }
    >
      <View className="join-sheet">
        <Alert className="join-sheet__refusal">{refusal}</Alert>
        {replaced && <GoodsPart reply={reply} draft={draft} isOpen />}
        {renderReceiver(draft.kind, isTried)}
        <PlacePart reply={reply} draft={draft} isTried={isTried} />
        <PaymentPart draft={draft} />
        <MorePart draft={draft} />
      </View>
    </Sheet>
  )
}

function PlacePart({ reply, draft, isTried }: { reply: GroupBuyReply; draft: EntryDraft; isTried: boolean }) {
  const { places, place } = draft
  const textsOf = ({ pointId, kind }: Place) => {
    const point = reply.groupBuy.points.find(({ id }) => id === pointId)
    return point ? { words: point.name, note: point.when } : { words: fulfilmentWords[kind] }
  }
  return (
    <View className="join-sheet__part">
      <Heading className="join-sheet__title">{words.how}</Heading>
      <Alert className="join-sheet__refusal">{isTried && !place && words.pointMissing}</Alert>
      <View {...aria({ role: 'radiogroup', label: words.how })}>
        {places.map((each) => (
          <Choice
            key={each.key}
            {...textsOf(each)}
            chosen={each.key === place?.key}
            onPress={() => draft.choosePlace(each)}
          />
        ))}
      </View>
    </View>
  )
}

function PaymentPart({ draft }: { draft: EntryDraft }) {
  const { methods, method, kind, isPaidLater } = draft
  if (methods.length === 0) return <Alert className="join-sheet__refusal">{words.methodMissing}</Alert>
  const noteOf = (each: (typeof methods)[number]) => {
    if (isPaidInPerson(each)) return payLaterWords(kind)
    return isPaidLater ? words.payLater : checkoutWords.payNow
  }
  return (
    <View className="join-sheet__part">
      <Heading className="join-sheet__title">{words.pay}</Heading>
      <View {...aria({ role: 'radiogroup', label: words.pay })}>
        {methods.map((each) => (
          <Choice
            key={each}
            words={paymentWords(each, kind)}
            note={noteOf(each)}
            chosen={each === method}
            onPress={() => draft.setMethod(each)}
          />
        ))}
      </View>
    </View>
  )
}

/** The name on the list, and a note for the seller: needed by few. */
function MorePart({ draft }: { draft: EntryDraft }) {
  const [isOpen, setOpen] = useState(draft.isAnonymous || draft.note !== '')
  return (
    <View className="join-sheet__part">
      <Button kind="line" size="small" onPress={() => setOpen(!isOpen)}>
        {isOpen ? words.less : words.more}
      </Button>
      {isOpen && (
        <>
          <Choice
            role="checkbox"
            words={words.hide}
            chosen={draft.isAnonymous}
            onPress={() => draft.setAnonymous(!draft.isAnonymous)}
          />
          <Field
            label={words.note}
            kind="lines"
            low
            value={draft.note}
            onChange={draft.setNote}
            maxLength={MAX_NOTE_LENGTH}
          />
        </>
      )}
    </View>
  )
}
