/** No table of evictions is larger; what is would fill the memory before anybody could say so. */
export const mostBytes = 64 * 1024 * 1024;
