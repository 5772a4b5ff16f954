import { Text, View } from '@tarojs/components'
import type { DemoWorld } from '@/contract/demo'
import { demoWords, demoPlayWords as words } from '@/locales/lesson/demo'
import { Qr } from '@/ui/qr/qr'
import { useNetworkName } from '../network-name'

/** Side of the QR code in px, where texts have their normal size. */
const QR_PX = 96

/** Instructions for phones in the room to join the demo as buyers: the code, and the network that they join first. */
export function JoinPart({ world, scale }: { world: DemoWorld; scale: number }) {
  const typed = useNetworkName((store) => store.name.trim())
  const network = typed || world.networkName
  const path = world.shop ? `/s/${world.shop.slug}` : '/'
  return (
    <View className="play__join">
      <Qr text={world.elsewhere.buyer + path} label={demoWords.buyer.qr} size={Math.round(QR_PX * scale)} />
      <View className="play__join-words">
        <Text className="play__small">{words.scan}</Text>
        {network && <Text className="play__small">{demoWords.join(network)}</Text>}
      </View>
    </View>
  )
}
