import { View } from '@tarojs/components'
import { useState } from 'react'
import { MOBILE_PATTERN, PHONE_CODE_PATTERN } from '@/domain/sms'
import { alertsWords } from '@/locales/message/alerts'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { alertChanges } from './alert-changes'
import { AlertSection, failureOf } from './alert-section'
import type { ChannelActions, Channels } from './use-channels'

const words = alertsWords.sms

const isMobile = (phone: string) => new RegExp(MOBILE_PATTERN).test(phone)
const isCode = (code: string) => new RegExp(PHONE_CODE_PATTERN).test(code)

const isExpired = ({ failed }: ChannelActions): boolean =>
  failed?.kind === 'sms' && failed.cause !== 'unreachable' && failed.cause.code === 'code-expired'

const textOf = ({ usedUp, dayUsedUp }: NonNullable<Channels['sms']>): string =>
  usedUp ? words.usedUp : dayUsedUp ? words.dayUsedUp : words.text

/** Text messages to a phone that its owner has confirmed; nothing where the server sends none. */
export function SmsCard({ channels }: { channels: ChannelActions }) {
  const sms = channels.read.data?.sms
  if (!sms) return null
  return (
    <AlertSection
      title={words.title}
      state={sms.phone === undefined ? words.off : words.on(sms.phone)}
      text={textOf(sms)}
      message={isExpired(channels) ? words.expired : failureOf(channels, 'sms')}
    >
      {sms.phone === undefined ? (
        <PhoneForm channels={channels} />
      ) : (
        <Button
          kind="line"
          busy={channels.busy === 'sms' && words.busy}
          onPress={alertChanges(channels).removePhone}
        >
          {words.turnOff}
        </Button>
      )}
    </AlertSection>
  )
}

/** Asks for a phone, and for the code that is sent to it. */
function PhoneForm({ channels }: { channels: ChannelActions }) {
  const { sendCode, confirmPhone } = alertChanges(channels)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const [tried, setTried] = useState<'phone' | 'code'>()
  const isBusy = channels.busy === 'sms' && words.busy
  const isSent = sentTo !== undefined && sentTo === phone
  const send = () => {
    setTried('phone')
    if (isMobile(phone)) sendCode(phone, () => setSentTo(phone))
  }
  const confirm = () => {
    setTried('code')
    if (isCode(code)) confirmPhone(phone, code)
  }
  return (
    <View className="alerts__form">
      <Field
        label={words.phone}
        value={phone}
        kind="phone"
        maxLength={11}
        onChange={setPhone}
        error={tried && !isMobile(phone) ? words.phoneError : undefined}
      />
      {isSent && (
        <Field
          label={words.code}
          value={code}
          kind="number"
          maxLength={6}
          hint={words.sent}
          onChange={setCode}
          error={tried === 'code' && !isCode(code) ? words.codeError : undefined}
        />
      )}
      {isSent && (
        <Button busy={isBusy} onPress={confirm}>
          {words.confirm}
        </Button>
      )}
      <Button kind={isSent ? 'line' : 'main'} busy={isBusy} onPress={send}>
        {isSent ? words.again : words.send}
      </Button>
    </View>
  )
}
