# What base R needs for what the add-in does with a folder of .csv files: reading them, and adding counts up by
# event year. Prints milliseconds, the median of five runs each: Rscript yardsticks.R folder
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
