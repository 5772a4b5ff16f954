import { View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { helpLogWords as words } from '@/locales/shop/help'
import { Page } from '@/ui/page/page'
import { HelpNow } from './help-now'
import { HelpSteps } from './help-steps'
import { OfferHelp } from './offer-help'
import '../handover.scss'

/** The people who may help in the owner's shop now, asking for help, and the helpers' actions. */
export function HelpLogScreen({ shopId }: { shopId: Id }) {
  return (
    <Page title={words.title}>
      <View className="handover">
        <HelpNow shopId={shopId} />
        <HelpSteps shopId={shopId} />
        <OfferHelp shopId={shopId} />
      </View>
    </Page>
  )
}
