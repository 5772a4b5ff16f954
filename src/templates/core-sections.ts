import { defineSection, type Sections } from './define-section'
import type { CoreSettings } from './section-kinds'
import { CategoryTabs } from './sections/category-tabs/section'
import { categoryTabsDefaults } from './sections/category-tabs/settings'
import { Contact } from './sections/contact/section'
import { contactDefaults } from './sections/contact/settings'
import { Delivery } from './sections/delivery/section'
import { deliveryDefaults } from './sections/delivery/settings'
import { claimsFeatured } from './sections/featured-product/featured'
import { FeaturedProduct } from './sections/featured-product/section'
import { featuredProductDefaults } from './sections/featured-product/settings'
import { NoticeBar } from './sections/notice-bar/section'
import { noticeBarDefaults } from './sections/notice-bar/settings'
import { ProductGrid } from './sections/product-grid/section'
import { productGridDefaults } from './sections/product-grid/settings'
import { ProductList } from './sections/product-list/section'
import { productListDefaults } from './sections/product-list/settings'
import { ShopHead } from './sections/shop-head/section'
import { shopHeadDefaults } from './sections/shop-head/settings'

/** The sections that most looks use; every storefront loads them. */
export const coreSections: Sections<keyof CoreSettings> = {
  'shop-head': defineSection(ShopHead, shopHeadDefaults),
  'notice-bar': defineSection(NoticeBar, noticeBarDefaults),
  'category-tabs': defineSection(CategoryTabs, categoryTabsDefaults),
  'product-grid': defineSection(ProductGrid, productGridDefaults),
  'product-list': defineSection(ProductList, productListDefaults),
  'featured-product': defineSection(FeaturedProduct, featuredProductDefaults, claimsFeatured),
  delivery: defineSection(Delivery, deliveryDefaults),
  contact: defineSection(Contact, contactDefaults),
}
