import { Text, View } from '@tarojs/components'
import { applyWords } from '@/locales/payment-application'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import './apply.scss'

const words = applyWords.consent

/** Asks for consent before the first photo of a paper. WeChat grants it only through its own kind of button. */
export function PaperConsentSheet({ onAgree, onRefuse }: { onAgree(): void; onRefuse(): void }) {
  return (
    <Sheet title={words.title} onClose={onRefuse}>
      <View className="apply__sheet">
        <Text>{words.text}</Text>
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
