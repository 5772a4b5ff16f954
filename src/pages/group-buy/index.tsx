import { useState } from 'react'
import { invalidReceiverFields, normalizeReceiver } from '@/domain/receiver/receiver'
import { ReceiverPart } from '@/features/checkout/receiver/receiver-part'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { GroupBuyPage } from '@/features/group-buys/page/group-buy-page'
import { SinglePageFoot } from '@/features/storefront/single-page-foot'
import { useSlug } from '@/features/storefront/use-slug'
import { usePageParams } from '@/platform/navigation/page-params'
import { pathGroupBuy } from '@/platform/navigation/url'

/** A group buy: `slug` of the shop, `id` of the group buy. */
export default function GroupBuy() {
  const { id } = usePageParams()
  const [inPath] = useState(pathGroupBuy)
  const receiver = useReceiver((state) => state.receiver)
  return (
    <GroupBuyPage
      slug={useSlug()}
      groupBuyId={id ?? inPath}
      receiver={receiver}
      renderReceiver={(kind, isTried) => (
        <ReceiverPart
          kind={kind}
          invalidFields={isTried ? invalidReceiverFields(normalizeReceiver(receiver), kind) : []}
          focus={undefined}
          onNote={() => {}}
        />
      )}
      renderSinglePage={(shop) => <SinglePageFoot shop={shop} />}
    />
  )
}
