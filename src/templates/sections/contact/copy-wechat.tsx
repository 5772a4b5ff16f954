import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/platform/device/clipboard'
import { Icon } from '@/ui/icon/icon'
import { pressableIn } from '../../goods/pressable-in'
import type { SectionContext } from '../../section'
import { contactWords } from './words'

/** The owner's WeChat id; a tap copies it and confirms that. */
export function CopyWechat({ id, context }: { id: string; context: SectionContext }) {
  const [copied, setCopied] = useState(false)
  const words = contactWords
  const copy = () => copyText(id).then(setCopied)
  return (
    <View className="contact__call" {...pressableIn(context, words.copyLabel(id, copied), () => void copy())}>
      {!context.isViewOnly && <Icon name={copied ? 'check' : 'copy'} size={22} />}
      <Text className="contact__call-words">
        {context.isViewOnly ? words.wechat : copied ? words.copied : words.copy}
      </Text>
      <Text className="contact__wechat">{id}</Text>
    </View>
  )
}
