import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '@/contract/payment/payment-application'
import { formatYuan } from '@/domain/money'
import { applicationWords } from '@/locales/payment/payment-application'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'
import { Status } from '@/ui/text/alert'

const words = applicationWords.transfer

/** The transfer by which WeChat Pay sees that an account is the seller's. */
export function Transfer({ transfer }: { transfer: NonNullable<Application['transfer']> }) {
  const [message, setMessage] = useState<string>()
  const copy = async () => setMessage((await copyText(transfer.number)) ? words.copied : words.uncopied)
  const rows = [
    [words.amount, `¥${formatYuan(transfer.amount)}`],
    [words.to, transfer.to],
    [words.number, transfer.number],
    [words.bank, transfer.bank],
    [words.remark, transfer.remark],
    [words.until, transfer.until],
  ] as const
  return (
    <View className="payment-guide__list">
      <Text className="payment-guide__strong">{words.title}</Text>
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
          {words.copy}
        </Button>
      </View>
    </View>
  )
}
