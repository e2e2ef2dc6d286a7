export const entity = "/accounts/users/organization/organizationuser/";
export const list = `${entity}list/`;
