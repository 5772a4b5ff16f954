import { Text, View } from '@tarojs/components'
import { type ReactNode, useId, useState } from 'react'
import { useDraftPhotos } from '@/api/use-draft-photos'
import { claimReasons, claimWishes, MAX_CLAIM_PHOTOS, MAX_CLAIM_TEXT_LENGTH } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { claimWords } from '@/locales/order/claims'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { focusElement } from '@/platform/a11y/focus'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { scrollToElement } from '@/platform/navigation/scroll'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { PhotoFields } from '@/ui/photo-fields/photo-fields'
import { CardTitle } from '../page/card-title'
import type { OrderView } from '../page/order-view'
import {
  amountText,
  type ClaimDraft,
  type ClaimField,
  emptyClaim,
  hasChoiceOfGoods,
  invalidClaimFields,
  toClaimRequest,
} from './claim-draft'
import { ClaimGoods } from './claim-goods'
import { useSendClaim } from './use-send-claim'
import './claims.scss'

const words = claimWords.form

const fieldId = (name: ClaimField | 'photos') => `claim-${name}`

/** Leads to what is missing or wrong, which may be off the screen. */
function showField(name: ClaimField) {
  // the field of the amount takes the focus by itself
  if (name !== 'amount') focusElement(fieldId(name))
  scrollToElement(fieldId(name))
}

interface ClaimFormProps {
  view: OrderView
  onSent(order: Order): void
}

/** The form by which a buyer says what is wrong, and what should be done. */
export function ClaimForm(props: ClaimFormProps) {
  const { order, shop, refundable = 0 } = props.view
  const form = useClaimForm(props)
  const { draft, change, errorOf, uploads } = form
  return (
    <Card>
      <View className="claim">
        <CardTitle>{claimWords.page}</CardTitle>
        {order.claimUntil !== undefined && (
          <Text className="claim__hint">{words.until(momentWords(order.claimUntil, serverNow()))}</Text>
        )}
        {hasChoiceOfGoods(order) && (
          <Group name="goods" label={words.goods} error={errorOf('goods')}>
            <ClaimGoods lines={order.lines} goods={draft.goods} onChange={(goods) => change({ goods })} />
          </Group>
        )}
        <Group name="reason" role="radiogroup" label={words.reason} error={errorOf('reason')}>
          <View className="claim__chips">
            {claimReasons.map((reason) => (
              <Chip key={reason} role="radio" on={draft.reason === reason} onPress={() => change({ reason })}>
                {claimWords.reasons[reason]}
              </Chip>
            ))}
          </View>
        </Group>
        <Group name="wish" role="radiogroup" label={words.wish} error={errorOf('wish')}>
          <View>
            {claimWishes.map((wish) => (
              <Choice
                key={wish}
                words={claimWords.wishes[wish]}
                note={claimWords.wishNotes[wish]}
                chosen={draft.wish === wish}
                onPress={() => change({ wish })}
              />
            ))}
          </View>
        </Group>
        {draft.wish !== undefined && draft.wish !== 'resend' && draft.goods.length > 0 && (
          <View id={fieldId('amount')}>
            <Field
              label={words.amount}
              kind="amount"
              value={amountText(draft, order, refundable)}
              onChange={(yuan) => change({ yuan })}
              hint={words.most(refundable)}
              error={form.isInvalid('amount') ? words.errors.amount(refundable) : undefined}
              focus={form.shownField === 'amount'}
            />
          </View>
        )}
        <Group
          name="photos"
          label={words.photos}
          error={form.isPhotoMissing ? words.errors.photos : undefined}
        >
          <PhotoFields trade={shop.trade} photos={draft.photos} uploads={uploads} />
        </Group>
        <Field
          label={words.text}
          kind="lines"
          low
          value={draft.text}
          onChange={(text) => change({ text })}
          maxLength={MAX_CLAIM_TEXT_LENGTH}
          hint={words.textHint}
        />
        {form.error && (
          <Text className="claim__trouble" {...aria({ role: 'alert' })}>
            {form.error}
          </Text>
        )}
        <Button busy={form.busy && words.sending} onPress={() => void form.press()}>
          {words.send}
        </Button>
      </View>
    </Card>
  )
}

/** The draft of a claim, its invalid fields once it was sent, and sending it after its photos. */
function useClaimForm({ view, onSent }: ClaimFormProps) {
  const { order, refundable = 0 } = view
  const [draft, setDraft] = useState<ClaimDraft>(() => emptyClaim(order))
  const [tried, setTried] = useState(false)
  const [shownField, setShownField] = useState<ClaimField>()
  const [isPhotoMissing, setPhotoMissing] = useState(false)
  const change = (part: Partial<ClaimDraft>) => setDraft((now) => ({ ...now, ...part }))
  const uploads = useDraftPhotos(draft.photos, MAX_CLAIM_PHOTOS, (edit) =>
    setDraft((now) => ({ ...now, photos: edit(now.photos) })),
  )
  const { busy, error, send } = useSendClaim(order, onSent)
  const invalidFields = invalidClaimFields(draft, order, refundable)
  const isInvalid = (name: ClaimField) => tried && invalidFields.includes(name)
  const press = async () => {
    const [first] = invalidFields
    setTried(true)
    setShownField(first)
    if (first) return showField(first)
    const isUploaded = await uploads.sendAll()
    setPhotoMissing(!isUploaded)
    if (isUploaded) await send(toClaimRequest(draft, order, refundable))
  }
  return {
    ...{ draft, change, uploads, busy, error, shownField, isPhotoMissing, press },
    isInvalid,
    errorOf: (name: 'goods' | 'reason' | 'wish') => (isInvalid(name) ? words.errors[name] : undefined),
  }
}

interface GroupProps {
  name: ClaimField | 'photos'
  role?: 'group' | 'radiogroup'
  label: string
  error: string | undefined
  children: ReactNode
}

/** Fields under a label, with their error below. */
function Group({ name, role = 'group', label, error, children }: GroupProps) {
  const errorId = useId()
  return (
    <View
      id={fieldId(name)}
      className="claim__group"
      {...aria({ role, label, describedby: error && errorId })}
    >
      <Text className="claim__hint">{label}</Text>
      {children}
      {error && (
        <Text className="claim__trouble" {...aria({ id: errorId, role: 'alert' })}>
          {error}
        </Text>
      )}
    </View>
  )
}
