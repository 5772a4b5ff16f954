import { Text, View } from '@tarojs/components'
import { applyWords } from '@/locales/payment/payment-application'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import './apply.scss'

const words = applyWords.consent

interface PaperConsentSheetProps {
  /** True if the answer also grants camera and album in WeChat, which needs its own kind of button. */
  isByWechat: boolean
  onAgree(): void
  onRefuse(): void
}

/** Asks for consent before the first photo of a paper, which goes to WeChat Pay at once. */
export function PaperConsentSheet({ isByWechat, onAgree, onRefuse }: PaperConsentSheetProps) {
  return (
    <Sheet title={words.title} onClose={onRefuse}>
      <View className="apply__sheet">
        <Text>{words.text}</Text>
        {isByWechat ? (
          <WechatButton does="agreePrivacyAuthorization" onAgree={onAgree}>
            {words.agree}
          </WechatButton>
        ) : (
          <Button onPress={onAgree}>{words.agree}</Button>
        )}
        <Button kind="line" onPress={onRefuse}>
          {words.refuse}
        </Button>
      </View>
    </Sheet>
  )
}
