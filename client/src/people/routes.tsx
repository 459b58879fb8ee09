import type { RouteObject } from 'react-router';
import { lazyPage } from '../ui/lazyPage.js';

const signIn = lazyPage(() => import('./sign-in/SignInPage.js').then(({ SignInPage }) => SignInPage), 'people');
const signInLink = lazyPage(() => import('./sign-in/SignInLinkPage.js').then(({ SignInLinkPage }) => SignInLinkPage), 'people');
const invitation = lazyPage(() => import('./invitation/InvitationPage.js').then(({ InvitationPage }) => InvitationPage), 'people');
const outbox = lazyPage(() => import('./outbox/OutboxPage.js').then(({ OutboxPage }) => OutboxPage), 'people');
const account = lazyPage(() => import('./account/AccountPage.js').then(({ AccountPage }) => AccountPage), 'people');
const organisation = lazyPage(
  () => import('./organisation/MyOrganisationPage.js').then(({ MyOrganisationPage }) => MyOrganisationPage),
  'people',
);
const offices = lazyPage(() => import('./offices/OfficesPage.js').then(({ OfficesPage }) => OfficesPage), 'people');
const audit = lazyPage(() => import('./audit/AuditPage.js').then(({ AuditPage }) => AuditPage), 'people');
const childAdvisors = lazyPage(
  () => import('./child-advisors/ChildAdvisorsPage.js').then(({ ChildAdvisorsPage }) => ChildAdvisorsPage),
  'people',
  'child-advisors',
);
const childRecords = lazyPage(
  () => import('./child-advisors/RecordsPage.js').then(({ RecordsPage }) => RecordsPage),
  'people',
  'child-advisors',
);

export const peopleRoutes: RouteObject[] = [
  { path: 'sign-in', element: <signIn.Page />, handle: signIn },
  { path: 'sign-in/link', element: <signInLink.Page />, handle: signInLink },
  { path: 'invitation', element: <invitation.Page />, handle: invitation },
  { path: 'outbox', element: <outbox.Page />, handle: outbox },
  { path: 'account', element: <account.Page />, handle: account },
  { path: 'organisation', element: <organisation.Page />, handle: organisation },
  { path: 'offices', element: <offices.Page />, handle: offices },
  { path: 'child-advisors', element: <childAdvisors.Page />, handle: childAdvisors },
  { path: 'child-advisors/records', element: <childRecords.Page />, handle: childRecords },
  { path: 'audit', element: <audit.Page />, handle: audit },
];
