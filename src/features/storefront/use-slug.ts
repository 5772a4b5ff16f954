import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pathSlug } from '@/platform/path-slug'

/** The slug of the shop this page is about, from its parameters or from its address. */
export function useSlug(): string | undefined {
  const { params } = useRouter()
  const [inPath] = useState(pathSlug)
  return params.slug ?? inPath
}
