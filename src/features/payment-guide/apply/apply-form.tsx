import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '@/contract/payment/payment-application'
import type { Id } from '@/domain/id'
import type { ApplicantSubject } from '@/domain/payment/payment-application'
import { applyWords as words } from '@/locales/payment/payment-application'
import { Button } from '@/ui/button/button'
import { AccountCard } from './account-card'
import { isComplete } from './application-draft'
import { ApplyCard, FieldError, TextField } from './apply-card'
import { AskSheet } from './ask-sheet'
import { IdCards, LicenceCard } from './id-cards'
import { useApplicationForm } from './use-application-form'
import { useSendApplication } from './use-send-application'
import './apply.scss'

interface ApplyFormProps {
  shopId: Id
  subject: ApplicantSubject
  shopPhone: string
  /** The application so far, whose papers are sent again. */
  application: Application | undefined
  onSent(application: Application): void
  /** Reads the application again. */
  onStale(): void
  /** Empties the form. */
  onClear(): void
}

/** The form of an application, in the order of the papers in the seller's hand. */
export function ApplyForm({ shopId, subject, shopPhone, application, ...listener }: ApplyFormProps) {
  const [asks, setAsks] = useState<'send' | 'clear'>()
  const problems = application?.state === 'rejected' ? application.reasons : []
  const form = useApplicationForm({ shopId, subject, shopPhone, problems })
  const { busy, error, send } = useSendApplication(shopId, application, {
    ...listener,
    onRejected: form.reject,
  })
  const { request } = form
  const close = () => setAsks(undefined)
  const sendConfirmed = () => {
    close()
    if (isComplete(request)) void send(request)
  }
  return (
    <>
      {subject === 'company' && <Text className="apply__lead">{words.ownerOnly}</Text>}
      <IdCards form={form} />
      {subject !== 'micro' && <LicenceCard form={form} />}
      <AccountCard form={form} />
      <ApplyCard title={words.phoneTitle}>
        <TextField form={form} path="/phone" kind="phone" />
        {subject !== 'micro' && <TextField form={form} path="/email" maxLength={64} />}
      </ApplyCard>
      <Text className="apply__note">{words.storageNote}</Text>
      <FieldError>{error}</FieldError>
      <View className="apply__buttons">
        <Button busy={busy && words.sending} onPress={() => form.check() && setAsks('send')}>
          {words.send}
        </Button>
        <Button kind="line" icon="trash" disabled={busy} onPress={() => setAsks('clear')}>
          {words.clear}
        </Button>
      </View>
      {asks === 'send' && <AskSheet words={words.confirm} onYes={sendConfirmed} onNo={close} />}
      {asks === 'clear' && <AskSheet words={words.clearing} isBad onYes={listener.onClear} onNo={close} />}
    </>
  )
}
