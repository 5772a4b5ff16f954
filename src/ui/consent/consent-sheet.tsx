import { Text, View } from '@tarojs/components'
import { consentWords, voiceConsentWords } from '@/locales/person/consent'
import { pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import './consent-sheet.scss'

export interface ConsentSheetProps {
  /** The use that consent is requested for; photos by default. */
  of?: 'photo' | 'voice'
  onAgree(): void
  onRefuse(): void
}

/** Asks for consent before the first photo or recording. WeChat grants it only through its own kind of button. */
export function ConsentSheet({ of = 'photo', onAgree, onRefuse }: ConsentSheetProps) {
  const words = of === 'voice' ? voiceConsentWords : consentWords
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
