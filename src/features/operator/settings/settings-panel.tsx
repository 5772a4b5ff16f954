import { View } from '@tarojs/components'
import { DocumentsCard } from './documents-card'
import { PasskeysCard } from './passkeys-card'
import { QuotasCard } from './quotas-card'

/** What an operator sets while the servers run: the documents, the limits, and her own passkeys. */
export const SettingsPanel = () => (
  <View className="console__group">
    <DocumentsCard />
    <QuotasCard />
    <PasskeysCard />
  </View>
)
