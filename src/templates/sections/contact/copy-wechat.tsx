import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/platform/device/clipboard'
import { Icon } from '@/ui/icon/icon'
import { sectionWords } from '@/words/zh/sections'
import { press } from '../../goods/press'
import type { Scene } from '../../section'

/** The owner's WeChat id; a tap copies it and says so. */
export function CopyWechat({ id, scene }: { id: string; scene: Scene }) {
  const [copied, setCopied] = useState(false)
  const words = sectionWords.contact
  const copy = () => copyText(id).then(setCopied)
  return (
    <View className="contact__call" {...press(scene, words.copyLabel(id, copied), () => void copy())}>
      {!scene.viewOnly && <Icon name={copied ? 'check' : 'copy'} size={22} />}
      <Text className="contact__call-words">
        {scene.viewOnly ? words.wechat : copied ? words.copied : words.copy}
      </Text>
      <Text className="contact__wechat">{id}</Text>
    </View>
  )
}
