import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import type { ClaimAction } from '@/domain/order/after-sale'
import { MAX_STEP_NOTE_LENGTH } from '@/domain/order/claim'
import { findWrongDetail, type StepDetails } from '@/domain/order/step-details'
import { claimWords as words } from '@/locales/order/claims'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import '../steps/confirm-sheet.scss'

type DetailedAction = 'offer' | 'decline' | 'send-back' | 'resend'

/** True for steps that say more than that they are taken. */
export const hasDetails = (action: ClaimAction): action is DetailedAction =>
  action === 'offer' || action === 'decline' || action === 'send-back' || action === 'resend'

interface ClaimDetailsSheetProps {
  action: DetailedAction
  /** The most that can be offered, in fen. */
  most: number
  onSend(details: StepDetails): void
  onClose(): void
}

/** Asks for what a step of a claim says: an amount, a reason, or how goods were sent. */
export function ClaimDetailsSheet({ action, most, onSend, onClose }: ClaimDetailsSheetProps) {
  const [yuan, setYuan] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const text = words.details[action]
  const amount = action === 'offer' ? parseYuan(yuan) : undefined
  const isAmount = amount === undefined || (amount !== null && amount > 0 && amount <= most)
  const trimmed = note.trim()
  const details: StepDetails = {
    ...(typeof amount === 'number' ? { amount } : {}),
    ...(trimmed ? { note: trimmed } : {}),
  }
  const isComplete = isAmount && findWrongDetail(action, details) === undefined
  const press = () => {
    setTried(true)
    if (isComplete) onSend(details)
  }
  return (
    <Sheet title={text.title} onClose={onClose}>
      <Text className="ask-step__text">{text.text}</Text>
      <View className="claim__fields">
        {action === 'offer' && (
          <Field
            label={words.form.amount}
            kind="amount"
            value={yuan}
            onChange={setYuan}
            hint={words.form.most(most)}
            error={tried && !isAmount ? words.form.errors.amount(most) : undefined}
          />
        )}
        <Field
          label={text.note}
          value={note}
          onChange={setNote}
          maxLength={MAX_STEP_NOTE_LENGTH}
          hint={text.hint}
          error={tried && isAmount && !isComplete ? words.details.error : undefined}
        />
      </View>
      <SheetAnswers no={words.details.no} onNo={onClose}>
        <Button kind={action === 'decline' ? 'bad' : 'main'} onPress={press}>
          {words.action(action, undefined)}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
