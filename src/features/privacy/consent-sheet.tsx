import { Text, View } from '@tarojs/components'
import { go } from '@/platform/navigate'
import { pressable } from '@/platform/pressable'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import { consentWords as words } from '@/words/zh/privacy'
import './consent-sheet.scss'

/** Asked before the first photo: WeChat opens camera and album only after a press of its own kind of button. */
export function ConsentSheet({ onAgree, onRefuse }: { onAgree(): void; onRefuse(): void }) {
  const openGuide = () => go(urlOf('privacy'))
  return (
    <Sheet title={words.title} onClose={onRefuse}>
      <View className="consent-sheet">
        <Text>{words.text}</Text>
        <View className="consent-sheet__guide" {...pressable(words.guide, openGuide, { role: 'link' })}>
          <Text>{words.guide}</Text>
        </View>
        <WechatButton does="agreePrivacyAuthorization" onAgree={onAgree}>
          {words.agree}
        </WechatButton>
        <Button kind="line" onPress={onRefuse}>
          {words.refuse}
        </Button>
      </View>
    </Sheet>
  )
}
