# What base R needs for what the add-in does with a folder of .csv files: reading them, adding counts up by event
# year, effects with exact limits and with each area left out, 10,000 simulated effects. Prints milliseconds, the median of five runs each: Rscript yardsticks.R folder
folder <- commandArgs(trailingOnly = TRUE)[1]
time <- function(work) { work(); median(vapply(1:5, function(i) 1000 * system.time(work())[["elapsed"]], 0)) }
read <- function() list(counts = read.csv2(file.path(folder, "evictions.csv"), check.names = FALSE),
                        programmes = read.csv2(file.path(folder, "programmes.csv"), check.names = FALSE))
cat(time(read), "\n")
tables <- read(); counts <- tables$counts; programmes <- tables$programmes
names(counts) <- c("area", "group", "organisation", "year", "evictions", "tenancies")
names(programmes) <- c("area", "first", "tenancies", "hours")
align <- function() {
  t <- counts$year - programmes$first[match(counts$area, programmes$area)] + 1
  inside <- t >= -2 & t <= 2
  distinct <- unique(counts[inside & counts$group == "Kontrol", c("organisation", "year", "evictions")])
  list(rowsum(as.matrix(counts[inside, c("evictions", "tenancies")]), paste(counts$group, t)[inside]), distinct)
}
cat(time(align), "\n")

# Counts of every area by group and event year, and of all; the effect is the change of the rate against control.
effect <- function(y, c, n, m) (y[, 4:5, drop = FALSE] / n[, 4:5, drop = FALSE] - rowSums(y[, 1:3, drop = FALSE]) / rowSums(n[, 1:3, drop = FALSE])) -
  (c[, 4:5, drop = FALSE] / m[, 4:5, drop = FALSE] - rowSums(c[, 1:3, drop = FALSE]) / rowSums(m[, 1:3, drop = FALSE]))
evaluate <- function() {
  t <- counts$year - programmes$first[match(counts$area, programmes$area)] + 1
  inside <- t >= -2 & t <= 2
  own <- function(group, column) { k <- inside & counts$group == group
    unclass(xtabs(x ~ area + t, list(x = counts[[column]][k], area = factor(counts$area[k], programmes$area), t = factor(t[k], -2:2)))) }
  y <- own("Indsats", "evictions"); c <- own("Kontrol", "evictions"); n <- own("Indsats", "tenancies"); m <- own("Kontrol", "tenancies")
  all <- function(v) t(colSums(v)); others <- function(v) sweep(-v, 2, colSums(v), "+")
  list(effect(all(y), all(c), all(n), all(m)), effect(others(y), others(c), others(n), others(m)),
       qgamma(0.025, c(colSums(y), colSums(c))), qgamma(0.975, c(colSums(y), colSums(c)) + 1))
}
cat(time(evaluate), "\n")
# Counts that enter the same event years are drawn by their sum.
simulate <- function() {
  t <- counts$year - programmes$first[match(counts$area, programmes$area)] + 1
  rate <- function(group) {
    k <- t >= -2 & t <= 2 & counts$group == group
    id <- paste(counts$organisation, counts$year)[k]; uses <- table(id, factor(t[k], -2:2))
    pattern <- do.call(paste, as.data.frame(unclass(uses))); first <- !duplicated(pattern)
    sums <- rowsum(counts$evictions[k][match(rownames(uses), id)], pattern)[pattern[first], 1]
    lambda <- matrix(rgamma(10000 * length(sums), rep(sums + 0.5, each = 10000)), 10000)
    sweep(lambda %*% uses[first, , drop = FALSE], 2, 1000 / tapply(counts$tenancies[k], factor(t[k], -2:2), sum), "*")
  }
  R <- rate("Indsats"); C <- rate("Kontrol")
  beyond <- function(V, k) (V[, 3] / V[, 1])^(k / 2) - V[, 3 + k] / V[, 3]
  lapply(1:2, function(k) quantile(beyond(R, k) - beyond(C, k), c(0.025, 0.5, 0.975), names = FALSE))
}
cat(time(simulate), "\n")
