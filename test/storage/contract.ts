import type { Test } from 'tap'
import { documentContract } from './contract/documents.ts'
import { facetContract } from './contract/facets.ts'
import { linkContract } from './contract/links.ts'
import { listContract } from './contract/lists.ts'
import { faultsOf, type OpenStore, type TestStore } from './contract/parts.ts'
import { retagContract } from './contract/retag.ts'
import { savingContract } from './contract/saving.ts'
import { searchContract } from './contract/search.ts'
import { tagContract } from './contract/tags.ts'

/** What every storage engine must do. `openStore` gives a new, empty archive each time. */
export function articleStoreContract(t: Test, openStore: OpenStore): void {
  const test: TestStore = (name, body) => {
    t.test(name, async (t) => {
      const store = await openStore()
      await body(t, store, openStore)
      t.strictSame(await faultsOf(store), [], 'the archive is sound afterwards')
      await store.close()
    })
  }
  savingContract(test)
  documentContract(test)
  linkContract(test)
  listContract(test)
  facetContract(test)
  searchContract(test)
  tagContract(test)
  retagContract(test)
}
