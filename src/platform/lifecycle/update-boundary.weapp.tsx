import { CustomWrapper } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

/** Updates its children separately from the page, which makes `setData` paths shorter. */
export const UpdateBoundary = ({ children }: PropsWithChildren) => <CustomWrapper>{children}</CustomWrapper>
