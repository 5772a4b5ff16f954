import { useState } from 'react'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { usePageParams } from '@/platform/navigation/page-params'
import { pathSlug } from '@/platform/navigation/url'

/** The slug of this page's shop: the embedded shop's, else from the page parameters or the path. */
export function useSlug(): string | undefined {
  const { slug } = usePageParams()
  const [inPath] = useState(pathSlug)
  return embeddedShop()?.slug ?? slug ?? inPath
}
