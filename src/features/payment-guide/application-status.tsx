import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '@/contract/payment/payment-application'
import type { Id } from '@/domain/id'
import { formatYuan } from '@/domain/money'
import { applicationWords as words } from '@/locales/payment/payment-application'
import { agoWords } from '@/locales/time'
import { copyText } from '@/platform/device/clipboard'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Qr } from '@/ui/qr/qr'
import { Status } from '@/ui/text/alert'
import './payment-guide.scss'

const fieldNames: Record<string, string> = words.fields
const againWords: Partial<Record<Application['state'], string>> = words.again

/** The name of the field that a JSON pointer leads to, or of the paper around it. */
const fieldName = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : (fieldNames[path] ?? fieldNames[path.replace(/\/[^/]*$/, '')])

/** The state of an application, the errors that WeChat Pay found, and the links by which the seller signs or confirms. */
export function ApplicationStatus({ application }: { application: Application }) {
  const { state, subject, sentAt, reasons, url, transfer } = application
  return (
    <View className="payment-guide__list">
      <Status className="payment-guide__strong">{words.states[state]}</Status>
      <Text className="payment-guide__when">{words.sent(agoWords(sentAt, serverNow()))}</Text>
      {state === 'rejected' &&
        reasons.map(({ path, text }) => (
          <Text key={`${path} ${text}`} className="payment-guide__paper">
            {words.reason(fieldName(path), text)}
          </Text>
        ))}
      {state === 'confirming' && transfer && <Transfer transfer={transfer} />}
      {state === 'confirming' && !transfer && url && (
        <OnPhone url={url} text={words.scan.confirming[subject]} label={words.qr.confirming} />
      )}
      {state === 'signing' && url && <OnPhone url={url} text={words.scan.signing} label={words.qr.signing} />}
    </View>
  )
}

/** A page that opens only inside WeChat: by its QR code, or on this phone by its link. */
function OnPhone({ url, text, label }: { url: string; text: string; label: string }) {
  const [message, setMessage] = useState<string>()
  const copy = async () => setMessage((await copyText(url)) ? words.copied : words.uncopied)
  return (
    <View className="payment-guide__scan">
      <Text className="payment-guide__line">{text}</Text>
      <Qr text={url} label={label} size={200} />
      <Text className="payment-guide__line">{words.here}</Text>
      <Text className="payment-guide__link" selectable>
        {url}
      </Text>
      <Status className="payment-guide__message">{message}</Status>
      <View className="payment-guide__buttons">
        <Button icon="copy" onPress={() => void copy()}>
          {words.copy}
        </Button>
      </View>
    </View>
  )
}

/** The button that opens the form again, if WeChat Pay takes the papers again. */
export function ApplyAgainButton({ shopId, application }: { shopId: Id; application: Application }) {
  const { state, subject } = application
  const label = againWords[state]
  if (!label) return null
  return (
    <View className="payment-guide__action">
      <Button onPress={() => go(urlOf('apply', { shop: shopId, subject }))}>{label}</Button>
    </View>
  )
}

/** The transfer by which WeChat Pay sees that an account is the seller's. */
function Transfer({ transfer }: { transfer: NonNullable<Application['transfer']> }) {
  const [message, setMessage] = useState<string>()
  const copy = async () =>
    setMessage((await copyText(transfer.number)) ? words.transfer.copied : words.transfer.uncopied)
  const rows = [
    [words.transfer.amount, `¥${formatYuan(transfer.amount)}`],
    [words.transfer.to, transfer.to],
    [words.transfer.number, transfer.number],
    [words.transfer.bank, transfer.bank],
    [words.transfer.remark, transfer.remark],
    [words.transfer.until, transfer.until],
  ] as const
  return (
    <View className="payment-guide__list">
      <Text className="payment-guide__strong">{words.transfer.title}</Text>
      {rows.map(([name, value]) => (
        <View key={name} className="payment-guide__row">
          <Text className="payment-guide__name">{name}</Text>
          <Text className="payment-guide__value" selectable>
            {value}
          </Text>
        </View>
      ))}
      <Status className="payment-guide__message">{message}</Status>
      <View className="payment-guide__action">
        <Button kind="soft" icon="copy" onPress={() => void copy()}>
          {words.transfer.copy}
        </Button>
      </View>
    </View>
  )
}
