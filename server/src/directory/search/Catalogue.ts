import type { Viewer } from '../../people/index.js';
import type { Language } from '../../platform/language.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { SortName } from '../organisationOrder.js';
import { canSeeOrganisation } from '../policy.js';
import { Bitset } from './Bitset.js';
import { DirectoryAnswer } from './DirectoryAnswer.js';
import type { OrganisationChoice } from './FacetIndex.js';
import { FacetIndex } from './FacetIndex.js';
import { Orders } from './Orders.js';
import { OrganisationSearch } from './OrganisationSearch.js';

/** One question for the directory; list, count, facets and map are made of its one answer. */
export interface DirectoryQuestion {
  choice: OrganisationChoice;
  /** Words to search for; null for no search. */
  search: string | null;
  /** Undefined means best match first in a search, else by name. */
  sort: SortName | undefined;
  language: Language;
}

/** Somebody who is signed in and nothing more, to whom the policy is put. */
const anyMember: Viewer = { accountId: '', personId: '', offices: [], seats: [] };

/** The organisations of the directory, each under a small number, so that everything that is asked of them is worked out on numbers. */
export class Catalogue {
  readonly #numbers = new Map<string, number>();
  readonly #records: (OrganisationRecord | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #seenByVisitors = new Bitset();
  readonly #seenByMembers = new Bitset();
  /** Those that a member may see only for a reason of their own. */
  readonly #hidden = new Set<number>();
  readonly search = new OrganisationSearch();
  readonly facets = new FacetIndex((number) => this.recordOf(number));
  readonly orders = new Orders((number) => this.recordOf(number));
  #isInOrder = true;

  recordOf(number: number): OrganisationRecord {
    const record = this.#records[number];
    if (record === undefined) throw new Error(`No organisation has the number ${number}.`);
    return record;
  }

  /** Takes many in, sorting once at their end. */
  fill(organisations: Iterable<OrganisationRecord>): void {
    this.#isInOrder = false;
    for (const organisation of organisations) this.put(organisation);
    this.orders.sortAll([...this.#numbers.values()]);
    this.#isInOrder = true;
  }

  put(organisation: OrganisationRecord): void {
    const known = this.#numbers.get(organisation.id);
    const number = known ?? this.#free.pop() ?? this.#records.length;
    const before = this.#records[number];
    if (before !== undefined && this.#isInOrder) this.orders.remove(number);
    this.#numbers.set(organisation.id, number);
    this.#records[number] = organisation;
    this.search.put(number, organisation, before);
    this.facets.put(number, organisation, before);
    this.#noteWhoSees(number, organisation);
    if (this.#isInOrder) this.orders.add(number);
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    const before = number === undefined ? undefined : this.#records[number];
    if (number === undefined || before === undefined) return;
    if (this.#isInOrder) this.orders.remove(number);
    this.search.remove(number, before);
    this.facets.remove(number, before);
    this.#seenByVisitors.delete(number);
    this.#seenByMembers.delete(number);
    this.#hidden.delete(number);
    this.#numbers.delete(id);
    this.#records[number] = undefined;
    this.#free.push(number);
  }

  ask({ choice, search, sort, language }: DirectoryQuestion, viewer: Viewer | null): DirectoryAnswer {
    const matches = search === null ? null : this.search.find(search);
    const seen = this.seenBy(viewer);
    return new DirectoryAnswer(this, {
      choice,
      seen,
      among: this.facets.inBox(choice, matches === null ? seen : seen.and(matches.found)),
      matches,
      sort: sort === 'RELEVANCE' && matches === null ? 'NAME' : (sort ?? (matches === null ? 'NAME' : 'RELEVANCE')),
      language,
    });
  }

  /** All that the viewer may see. */
  seenBy(viewer: Viewer | null): Bitset {
    if (viewer === null) return this.#seenByVisitors;
    const own = viewer.seats.length + viewer.offices.length === 0 ? [] : [...this.#hidden];
    const more = own.filter((number) => canSeeOrganisation(viewer, this.recordOf(number)));
    if (more.length === 0) return this.#seenByMembers;
    const seen = this.#seenByMembers.copy();
    for (const number of more) seen.add(number);
    return seen;
  }

  #noteWhoSees(number: number, organisation: OrganisationRecord): void {
    const note = (noted: Pick<Bitset, 'delete'> & { add(each: number): unknown }, isSeen: boolean): void => {
      if (isSeen) noted.add(number);
      else noted.delete(number);
    };
    const membersSee = canSeeOrganisation(anyMember, organisation);
    note(this.#seenByVisitors, canSeeOrganisation(null, organisation));
    note(this.#seenByMembers, membersSee);
    if (membersSee) this.#hidden.delete(number);
    else this.#hidden.add(number);
  }
}
