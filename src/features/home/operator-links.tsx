import { Text, View } from '@tarojs/components'
import type { Operator } from '@/domain/operator'
import { homeWords } from '@/locales/shop/home'
import { pressable } from '@/platform/a11y/aria'
import { canOpenSites, openSite } from '@/platform/frames/open-site'
import './operator-links.scss'

/** The registers in which filed sites are looked up. */
const registers = [
  { number: 'icp', site: 'https://beian.miit.gov.cn/' },
  { number: 'police', site: 'https://beian.mps.gov.cn/' },
] as const

/** Who runs the installation. A site also names the numbers of its filings; WeChat shows those of a mini-program. */
export function OperatorLinks({ operator }: { operator: Operator }) {
  return (
    <View className="operator-links">
      <Text className="operator-links__name">{homeWords.operator(operator.name)}</Text>
      {canOpenSites &&
        registers.map(({ number, site }) => {
          const text = operator[number]
          return (
            text && (
              <View
                key={number}
                className="operator-links__number"
                {...pressable(text, () => openSite(site), { role: 'link' })}
              >
                <Text>{text}</Text>
              </View>
            )
          )
        })}
    </View>
  )
}
