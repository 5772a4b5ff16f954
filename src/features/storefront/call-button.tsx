import { Text } from '@tarojs/components'
import { oldWords } from '@/locales/zh-CN/cached-shop'
import { dial } from '@/platform/device/dial'
import { singlePage } from '@/platform/lifecycle/single-page'
import { Button, type ButtonProps } from '@/ui/button/button'

type CallButtonProps = Omit<ButtonProps, 'icon' | 'onPress'> & { phone: string }

/** Calls the shop; where the page cannot call, the number to read. */
export function CallButton({ phone, ...button }: CallButtonProps) {
  if (singlePage) return <Text className="call-note__phone">{oldWords.number(phone)}</Text>
  return <Button icon="phone" {...button} onPress={() => dial(phone)} />
}
